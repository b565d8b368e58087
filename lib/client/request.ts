import type { Answer, Call, Operation } from "../contracts/operation.ts";
import { jsonBody } from "./json-text.ts";
import { portalToken } from "./portal-token.ts";
import { NetworkFailure, problemOf } from "./problem.ts";

export type CallOptions = {
  /** Public id of the tenant the call is for. */
  tenantId: string;
  signal?: AbortSignal | undefined;
  /** Makes a POST safe to repeat for at least a day. */
  idempotencyKey?: string | undefined;
  /** Where a stream is to go on. */
  lastEventId?: string | undefined;
};

/** Calls the API as the signed-in person, or as the portal session at hand. Throws ApiProblem when it refuses and NetworkFailure when no answer comes. */
export async function callApi<O extends Operation>(
  operation: O,
  call: Call<O> & CallOptions,
): Promise<Answer<O>> {
  const response = await sendCall(operation, call);
  // The server builds its answers from the same contract, so they are taken at their word.
  return (response.status === 204 ? undefined : await response.json()) as Answer<O>;
}

/** As `callApi`, for an answer that is not read as JSON. */
export async function sendCall<O extends Operation>(
  operation: O,
  call: Call<O> & CallOptions,
): Promise<Response> {
  const parts = call as Parts & CallOptions;
  const response = await send(urlOf(operation.path, parts), {
    method: operation.method.toUpperCase(),
    headers: headersOf(operation, parts),
    ...(parts.body === undefined ? {} : { body: jsonBody(parts.body) }),
    credentials: portalToken() === undefined ? "same-origin" : "omit",
    signal: parts.signal ?? null,
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

type Parts = { params?: unknown; query?: unknown; body?: unknown };

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new NetworkFailure(error);
  }
}

function urlOf(path: string, { params, query }: Parts): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    const text = Array.isArray(value) ? value.join(",") : String(value ?? "");
    if (text !== "") search.set(name, text);
  }
  return `/api/v1${filled}${search.size > 0 ? `?${search}` : ""}`;
}

function headersOf({ answer }: Operation, call: Parts & CallOptions): Record<string, string> {
  const { body, tenantId, idempotencyKey, lastEventId } = call;
  return {
    accept: answer.stream ? "text/event-stream" : "application/json",
    ...credentialsFor(tenantId),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
    ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }),
  };
}

function credentialsFor(tenantId: string): Record<string, string> {
  const token = portalToken();
  return token === undefined ? { "posthorn-tenant": tenantId } : { authorization: `Bearer ${token}` };
}
