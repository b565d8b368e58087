import { setTimeout as delay } from "node:timers/promises";
import type { TenantName } from "../ledgers/lines.ts";

export type Request = {
  tenant: TenantName;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  body?: object;
};

/** What the harness reads of an answer. */
export type AnswerBody = {
  id: string;
  code?: string;
  data: { id: string; event: string; endpoint: string }[];
};

export type Answered = { status: number; body: AnswerBody };

const requestTimeoutMs = 8_000;
const pauseMs = 200;
/** Longer than any fault lasts. */
const patienceMs = 90_000;

/** Calls the API as a tenant's own tool does: on any web, and again until one answers for good. */
export class Api {
  readonly #urls: readonly string[];
  readonly #apiKeys: Record<TenantName, string>;
  #calls = 0;

  constructor(urls: readonly string[], apiKeys: Record<TenantName, string>) {
    this.#urls = urls;
    this.#apiKeys = apiKeys;
  }

  /** Resolves with the first answer below 500; a POST is repeated under one idempotency key. Throws if none comes for long. */
  async call(request: Request): Promise<Answered> {
    this.#calls += 1;
    const first = this.#calls;
    const key = `harness-${first}`;
    const until = Date.now() + patienceMs;
    for (let attempt = first; Date.now() < until; attempt += 1) {
      const url = this.#urls[attempt % this.#urls.length];
      const answered = await this.#once(`${url}`, request, key).catch(() => undefined);
      if (answered && answered.status < 500 && answered.status !== 429) return answered;
      await delay(pauseMs);
    }
    throw new Error(`${request.method} ${request.path} had no answer for ${patienceMs} ms`);
  }

  async #once(url: string, { tenant, method, path, body }: Request, key: string): Promise<Answered> {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#apiKeys[tenant]}`,
        ...(method === "POST" ? { "idempotency-key": key } : {}),
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text || "{}") };
  }
}
