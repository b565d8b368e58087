/** An answer that goes on as server-sent events. Nothing on the way may keep or gather them: proxies, compression. */
export function streamResponse(body: ReadableStream<Uint8Array> | null): Response {
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
