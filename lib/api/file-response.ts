import type { Download, FileFormat } from "../download.ts";

const mediaTypes: Record<FileFormat, string> = { csv: "text/csv; charset=utf-8", json: "application/json" };

/** Sends a file while it is read, to be saved and never shown. `Posthorn-Truncated` tells that there is more than it holds. */
export function fileResponse({ fileName, format, text, isCut }: Download): Response {
  return new Response(streamOf(text), {
    headers: {
      "content-type": mediaTypes[format],
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
      ...(isCut ? { "posthorn-truncated": "true" } : {}),
    },
  });
}

/** Reads on only when there is room, and stops when nobody takes it any more. */
function streamOf(text: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const parts = text[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      return done ? controller.close() : controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return?.();
    },
  });
}
