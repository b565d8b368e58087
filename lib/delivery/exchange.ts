import type { Dispatcher } from "undici";
import { BoundedBody } from "./bounded-body.ts";
import { type Connection, closeConnection } from "./connection.ts";
import type { Answer } from "./send-result.ts";
import type { Stopwatch } from "./stopwatch.ts";
import { EndlessAnswer, HeldUp } from "./transport-failure.ts";

/** `unsent`: the connection was gone before a single byte was written, so the request may go out on another one. */
export type Exchanged =
  | { kind: "answered"; answer: Answer }
  | { kind: "failed"; error: unknown }
  | { kind: "unsent"; error: unknown };

export type ExchangeRequest = { path: string; headers: Record<string, string>; body: Buffer };
export type ExchangeSettings = {
  maxResponseBytes: number;
  /** By `performance.now()`: not a byte is written later. */
  latestStartMs: number;
  signal: AbortSignal;
  stopwatch: Stopwatch;
};

/**
 * Sends one POST over an open connection and reads the answer, at most `maxResponseBytes` of its body as they came.
 * Once the headers are in, nothing that follows turns the answer into a failure: it is cut off and marked truncated.
 * A connection that was cut off, aborted or misused is closed.
 */
export function exchange(
  connection: Connection,
  request: ExchangeRequest,
  settings: ExchangeSettings,
): Promise<Exchanged> {
  return new Promise((resolve) => {
    const { signal, stopwatch, maxResponseBytes } = settings;
    const { socket, client } = connection;
    const reader = new AnswerReader(settings, (exchanged) => {
      clearInterval(watch);
      resolve(exchanged);
    });
    const cutOff = (error: unknown) => {
      const isPartlyWritten = socket.writableLength > 0;
      if (isPartlyWritten) stopwatch.enter("send");
      reader.onResponseError(undefined, error);
      closeConnection(connection);
    };
    const readLimit = socket.bytesRead + maxResponseBytes + floodBytes;
    const watch = setInterval(() => {
      if (socket.bytesRead > readLimit) cutOff(new EndlessAnswer());
    }, watchMs);
    if (signal.aborted) return cutOff(signal.reason);
    signal.addEventListener("abort", () => cutOff(signal.reason), { once: true });
    client.dispatch({ ...request, method: "POST" }, reader);
  });
}

// Blank lines, chunk extensions or a status phrase without end pass the parser uncounted.
const floodBytes = 1_048_576;
const watchMs = 250;

const maxInterimAnswers = 16;

class AnswerReader implements Dispatcher.DispatchHandler {
  readonly #settle: (exchanged: Exchanged) => void;
  readonly #stopwatch: Stopwatch;
  readonly #body: BoundedBody;
  readonly #latestStartMs: number;
  #head: Pick<Answer, "status" | "headers"> | undefined;
  #isSent = false;
  #interimAnswers = 0;

  constructor(settings: ExchangeSettings, settle: (exchanged: Exchanged) => void) {
    const { maxResponseBytes, latestStartMs, stopwatch } = settings;
    this.#settle = settle;
    this.#stopwatch = stopwatch;
    this.#latestStartMs = latestStartMs;
    this.#body = new BoundedBody(maxResponseBytes);
  }

  /** The last moment before it is written: a process that stood still may have come here hours late. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (performance.now() > this.#latestStartMs) {
      controller.abort(new HeldUp());
      return;
    }
    this.#isSent = true;
    this.#stopwatch.enter("send");
  }

  onRequestSent(): void {
    this.#stopwatch.enter("headers");
  }

  onResponseStarted(): void {
    this.#stopwatch.firstByte();
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number): void {
    if (status < 200) {
      this.#interimAnswers += 1;
      if (this.#interimAnswers > maxInterimAnswers) controller.abort(new EndlessAnswer());
      return;
    }
    this.#stopwatch.enter("body");
    this.#head = { status, headers: pairs(controller.rawHeaders) };
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.#body.add(chunk)) controller.abort(new Error("the answer is longer than the cap"));
  }

  onResponseEnd(): void {
    if (this.#head) this.#answer(this.#head, { truncated: false });
  }

  onResponseError(_: Dispatcher.DispatchController | undefined, error: unknown): void {
    if (this.#head) this.#answer(this.#head, { truncated: true });
    else this.#settle({ kind: this.#isSent ? "failed" : "unsent", error });
  }

  #answer(head: Pick<Answer, "status" | "headers">, { truncated }: { truncated: boolean }): void {
    this.#settle({ kind: "answered", answer: { ...head, body: this.#body.bytes(), truncated } });
  }
}

function pairs(raw: Dispatcher.DispatchController["rawHeaders"]): [string, string][] {
  if (!Array.isArray(raw)) return [];
  const texts = raw.map((part) => (typeof part === "string" ? part : part.toString("latin1")));
  return texts.flatMap((name, index) => (index % 2 === 0 ? [[name, texts[index + 1] ?? ""]] : []));
}
