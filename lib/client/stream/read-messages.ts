/** What was written into a stream of server-sent events: a message, or a sign of life. */
export type Written = { kind: "message"; id: string | undefined; data: string } | { kind: "alive" };

/** Reads a `text/event-stream` (HTML Living Standard §9.2.6) as far as our API writes it: `id`, `data` and comments. */
export async function* readMessages(body: ReadableStream<Uint8Array>): AsyncGenerator<Written> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) yield toWritten(block);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function toWritten(block: string): Written {
  const lines = block.split("\n");
  const valuesOf = (field: string) =>
    lines
      .filter((line) => line.startsWith(`${field}:`))
      .map((line) => line.slice(field.length + 1).trimStart());
  const data = valuesOf("data");
  return data.length === 0
    ? { kind: "alive" }
    : { kind: "message", id: valuesOf("id").at(-1), data: data.join("\n") };
}
