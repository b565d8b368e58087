/** How much may wait for a client that reads slowly, beside what sockets hold. */
const mostWaitingBytes = 32_768;

export type EventStreamEvents = {
  /** The client has read on, after there was no room. */
  onRoom: () => void;
  /** Nobody reads any more, or the stream was ended. */
  onOver: () => void;
};

/** The body of a `text/event-stream` (HTML Living Standard §9.2). It never holds more for a client than fits. */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  readonly #encoder = new TextEncoder();
  readonly #onOver: () => void;

  constructor({ onRoom, onOver }: EventStreamEvents) {
    this.#onOver = onOver;
    this.body = new ReadableStream(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: onRoom,
        cancel: () => this.#finish(),
      },
      { highWaterMark: mostWaitingBytes, size: (chunk) => chunk.byteLength },
    );
  }

  /**
   * Sends messages, all or none: false when there is no room. The id comes with the last of them, so that whoever is cut
   * off before it asks for all of them again.
   */
  send(messages: readonly unknown[], id: string): boolean {
    const written = messages.map((message) => `data: ${JSON.stringify(message)}\n\n`);
    return this.#write(`${written.slice(0, -1).join("")}id: ${id}\n${written.at(-1)}`);
  }

  /** What clients ignore, but everything on the way takes for a sign of life. */
  comment(text: string): boolean {
    return this.#write(`: ${text}\n\n`);
  }

  end(): void {
    this.#controller?.close();
    this.#finish();
  }

  #write(text: string): boolean {
    if ((this.#controller?.desiredSize ?? 0) <= 0) return false;
    this.#controller?.enqueue(this.#encoder.encode(text));
    return true;
  }

  #finish(): void {
    if (!this.#controller) return;
    this.#controller = undefined;
    this.#onOver();
  }
}
