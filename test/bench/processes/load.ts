import { nowMs } from "../clock.ts";
import { type EventRequest, encodeRequest, idsOf } from "./event-request.ts";
import { HttpConnection } from "./http-connection.ts";
import type { Message } from "./http-messages.ts";
import { createPacer, type Pace, type Pacer } from "./pace.ts";
import { serve } from "./serve.ts";

export type LoadPlan = {
  port: number;
  receiverPort: number;
  /** Sent in turn, round and round. */
  requests: EventRequest[];
  connections: number;
  pace: Pace;
  forMs: number;
};

/** What was acknowledged, by position: event id (joined by line feeds), index of its request, when due and when acknowledged. */
export type LoadResult = {
  ids: string;
  requests: Int32Array;
  dueMs: Float64Array;
  ackedMs: Float64Array;
  startMs: number;
  /** Requests not answered 2xx, by status; 0 is a broken connection. */
  refused: Record<string, number>;
};

const tickMs = 1;
const pollMs = 5;

class Load {
  readonly #plan: LoadPlan;
  readonly #encoded: Buffer[];
  readonly #free: HttpConnection[];
  readonly #pacer: Pacer;
  readonly #startMs = nowMs();
  readonly #done = Promise.withResolvers<void>();
  readonly #ids: string[] = [];
  readonly #requests: number[] = [];
  readonly #dueMs: number[] = [];
  readonly #ackedMs: number[] = [];
  readonly #refused: Record<string, number> = {};
  #sent = 0;
  #underWay = 0;
  #received = 0;
  #isStopped = false;

  constructor(plan: LoadPlan) {
    this.#plan = plan;
    this.#encoded = plan.requests.map((request) => encodeRequest(request, plan.port));
    this.#free = Array.from({ length: plan.connections }, () => new HttpConnection(plan.port));
    const span = { startMs: this.#startMs, endMs: this.#startMs + plan.forMs };
    this.#pacer = createPacer(plan.pace, span, () => this.#mayPass());
  }

  async run(): Promise<LoadResult> {
    const stopPolling = this.#plan.pace.kind === "window" ? this.#pollReceiver() : () => undefined;
    const ticking = setInterval(() => this.#pump(), tickMs);
    await this.#done.promise;
    clearInterval(ticking);
    stopPolling();
    for (const connection of this.#free) connection.close();
    return {
      ids: this.#ids.join("\n"),
      requests: Int32Array.from(this.#requests),
      dueMs: Float64Array.from(this.#dueMs),
      ackedMs: Float64Array.from(this.#ackedMs),
      startMs: this.#startMs,
      refused: this.#refused,
    };
  }

  stop(): void {
    this.#isStopped = true;
  }

  #pump(): void {
    const now = nowMs();
    let connection = this.#free.pop();
    while (connection) {
      const dueMs = this.#isStopped ? undefined : this.#pacer.next(now);
      if (dueMs === undefined) break;
      this.#send(connection, dueMs);
      connection = this.#free.pop();
    }
    if (connection) this.#free.push(connection);
    if (this.#underWay === 0 && (this.#isStopped || this.#pacer.isOver(now))) this.#done.resolve();
  }

  #send(connection: HttpConnection, dueMs: number): void {
    const index = this.#sent % this.#encoded.length;
    this.#sent += 1;
    this.#underWay += 1;
    connection.send(this.#encoded[index] ?? Buffer.alloc(0), (answer) => {
      this.#underWay -= 1;
      this.#record(answer, { index, dueMs });
      this.#free.push(connection);
      this.#pump();
    });
  }

  #record(answer: Message | undefined, { index, dueMs }: { index: number; dueMs: number }): void {
    const status = answer?.head.slice(9, 12) ?? "0";
    if (!answer || !status.startsWith("2")) {
      this.#refused[status] = (this.#refused[status] ?? 0) + 1;
      return;
    }
    const ackedMs = nowMs();
    for (const id of idsOf(answer.body)) {
      this.#ids.push(id);
      this.#requests.push(index);
      this.#dueMs.push(dueMs);
      this.#ackedMs.push(ackedMs);
    }
  }

  #mayPass(): boolean {
    const { pace } = this.#plan;
    return pace.kind === "window" && this.#sent - this.#received / pace.fanOut < pace.events;
  }

  #pollReceiver(): () => void {
    const connection = new HttpConnection(this.#plan.receiverPort);
    const request = Buffer.from("GET /count HTTP/1.1\r\nhost: receiver\r\n\r\n");
    let isAsking = false;
    const polling = setInterval(() => {
      if (isAsking) return;
      isAsking = true;
      connection.send(request, (answer) => {
        isAsking = false;
        if (answer) this.#received = Number(answer.body.toString("latin1"));
      });
    }, pollMs);
    return () => {
      clearInterval(polling);
      connection.close();
    };
  }
}

let running: Load | undefined;

const commands = {
  run(plan: LoadPlan): Promise<LoadResult> {
    running = new Load(plan);
    return running.run();
  },
  /** Sends nothing more; `run` resolves once the last answer is there. */
  stop: () => running?.stop(),
};
export type LoadCommands = typeof commands;
serve(commands);
