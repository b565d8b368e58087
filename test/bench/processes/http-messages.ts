export type Message = { head: string; body: Buffer };

/**
 * Cuts a stream of bytes into HTTP/1.1 messages, either requests or answers (RFC 9112 §6). Only what loopback peers of the
 * bench send: a length or chunks. It costs a fifth of a full parser, so that measuring leaves the cores to the measured.
 */
export class HttpMessages {
  #pending: Buffer | undefined;
  readonly #onMessage: (message: Message) => void;

  constructor(onMessage: (message: Message) => void) {
    this.#onMessage = onMessage;
  }

  push(bytes: Buffer): void {
    let rest = this.#pending ? Buffer.concat([this.#pending, bytes]) : bytes;
    for (let cut = cutMessage(rest); cut; cut = cutMessage(rest)) {
      rest = rest.subarray(cut.end);
      this.#onMessage(cut.message);
    }
    this.#pending = rest.length > 0 ? rest : undefined;
  }
}

type Cut = { message: Message; end: number };

function cutMessage(bytes: Buffer): Cut | undefined {
  const headEnd = bytes.indexOf("\r\n\r\n");
  if (headEnd === -1) return undefined;
  const head = bytes.toString("latin1", 0, headEnd);
  const start = headEnd + 4;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined && /\r\ntransfer-encoding: *chunked/i.test(head))
    return cutChunks(head, bytes, start);
  const end = start + Number(length ?? 0);
  return end > bytes.length ? undefined : { message: { head, body: bytes.subarray(start, end) }, end };
}

function cutChunks(head: string, bytes: Buffer, start: number): Cut | undefined {
  const chunks: Buffer[] = [];
  let at = start;
  for (;;) {
    const lineEnd = bytes.indexOf("\r\n", at);
    if (lineEnd === -1) return undefined;
    const size = Number.parseInt(bytes.toString("latin1", at, lineEnd), 16);
    const end = lineEnd + 2 + size + 2;
    if (end > bytes.length) return undefined;
    if (size === 0) return { message: { head, body: Buffer.concat(chunks) }, end };
    chunks.push(bytes.subarray(lineEnd + 2, end - 2));
    at = end;
  }
}
