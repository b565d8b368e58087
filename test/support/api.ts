import { expect } from "vitest";
import { createApi } from "#lib/api/app.ts";
import { routes } from "#lib/api/routes.ts";
import type { Operation } from "#lib/contracts/operation.ts";
import { problem } from "#lib/contracts/problem.ts";

const api = createApi();
export const operations: readonly Operation[] = routes.map(({ operation }) => operation);

/** What tests read of an answer; that it is there was held to the contract. */
export type AnswerBody = {
  id: string;
  name: string;
  code: string;
  detail: string;
  secret: string;
  key: string;
  errors: { path: string; message: string }[];
  data: { id: string; name: string; url: string; action: string }[];
  nextCursor: string | null;
  prevCursor: string | null;
  [name: string]: unknown;
};

export type Answered = { status: number; headers: Headers; body: AnswerBody };

export type ApiRequest = {
  method: string;
  /** Below `/api/v1`. */
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON; a string or bytes as they are. */
  body?: unknown;
};

/**
 * Calls the API in this process. Every answer is held to the contract: a success to its operation's schema, field by
 * field and with nothing beside, a refusal to problem+json.
 */
export async function callApi({ method, path, headers = {}, body }: ApiRequest): Promise<Answered> {
  const bytes = toBytes(body);
  const response = await api.request(`/api/v1${path}`, {
    method,
    headers: {
      ...(bytes ? { "content-type": "application/json", "content-length": String(bytes.length) } : {}),
      ...headers,
    },
    ...(bytes ? { body: bytes } : {}),
  });
  const text = await textOf(response);
  const isJson = /json$/.test(response.headers.get("content-type") ?? "");
  const answered = {
    status: response.status,
    headers: response.headers,
    body: isJson && text ? JSON.parse(text) : text,
  };
  if (method !== "HEAD") expectContract(operationOf(method, path), answered);
  return answered;
}

/** A stream does not end by itself: what it says first is enough. */
async function textOf(response: Response): Promise<string> {
  if (response.headers.get("content-type") !== "text/event-stream") return response.text();
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

function toBytes(body: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (body === undefined) return undefined;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
}

function operationOf(method: string, path: string): Operation | undefined {
  const [plain = ""] = path.split("?");
  const matching = operations.filter(
    (operation) =>
      operation.method === method.toLowerCase() &&
      new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(plain),
  );
  return matching.find((operation) => operation.path === plain) ?? matching[0];
}

function expectContract(operation: Operation | undefined, { status, headers, body }: Answered): void {
  expect(headers.get("x-request-id")).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  if (status >= 400) {
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(problem.strict().parse(body)).toEqual(body);
    expect(body).toMatchObject({ status, requestId: headers.get("x-request-id") });
  } else if (operation) {
    const { answer, dryRun } = operation;
    const expected = dryRun && status === dryRun.status ? dryRun : answer;
    expect(status).toBe(expected.status);
    const [type] = (headers.get("content-type") ?? "").split(";");
    if (answer.file && type === answer.file) return;
    if (answer.stream) return void expect([type, body]).toEqual(["text/event-stream", ": connected\n\n"]);
    expect(expected.schema?.parse(body) ?? "").toEqual(body);
  }
}
