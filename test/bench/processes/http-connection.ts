import { connect, type Socket } from "node:net";
import { HttpMessages, type Message } from "./http-messages.ts";

type OnAnswer = (answer: Message | undefined) => void;

/** One keep-alive connection with at most one request under way; opens anew by itself. */
export class HttpConnection {
  readonly #port: number;
  #socket: Socket | undefined;
  #onAnswer: OnAnswer | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  /** Sends a whole request; `onAnswer` gets the answer, or undefined when the connection broke first. */
  send(request: Buffer, onAnswer: OnAnswer): void {
    this.#onAnswer = onAnswer;
    this.#socket ??= this.#open();
    this.#socket.write(request);
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Socket {
    const socket = connect({ port: this.#port, host: "127.0.0.1", noDelay: true });
    const messages = new HttpMessages((answer) => this.#answer(answer));
    socket.on("data", (bytes) => messages.push(bytes));
    socket.on("error", () => socket.destroy());
    socket.once("close", () => {
      if (this.#socket === socket) this.#socket = undefined;
      this.#answer(undefined);
    });
    return socket;
  }

  #answer(answer: Message | undefined): void {
    const onAnswer = this.#onAnswer;
    this.#onAnswer = undefined;
    onAnswer?.(answer);
  }
}
