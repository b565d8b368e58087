import fc from "fast-check";
import { expect, test } from "vitest";
import { readMessages } from "#lib/client/stream/read-messages.ts";

const text =
  ': connected\n\nid: a-1\ndata: {"type":"reset"}\n\ndata: {"ü":1}\n\nid: a-2\ndata: {"ü":2}\n\n: still here\n\ndata: cut';
const bytes = new TextEncoder().encode(text);

async function readAll(chunks: readonly Uint8Array[]) {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const read = [];
  for await (const written of readMessages(body)) read.push(written);
  return read;
}

test("however the network cuts it, the same messages are read, and an unfinished one is not", async () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: bytes.length }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(cuts, async (places) => {
      const ends = [...places.toSorted((a, b) => a - b), bytes.length];
      const chunks = ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
      expect(await readAll(chunks)).toEqual([
        { kind: "alive" },
        { kind: "message", id: "a-1", data: '{"type":"reset"}' },
        { kind: "message", id: undefined, data: '{"ü":1}' },
        { kind: "message", id: "a-2", data: '{"ü":2}' },
        { kind: "alive" },
      ]);
    }),
  );
});

test("whoever stops reading closes the connection", async () => {
  let isClosed = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode("data: x\n\n")),
    cancel: () => {
      isClosed = true;
    },
  });
  for await (const _ of readMessages(endless)) break;
  expect(isClosed).toBe(true);
});
