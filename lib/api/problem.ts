import type { Problem } from "../contracts/problem.ts";
import { env } from "../env.ts";
import { type AppError, errorTable } from "../errors.ts";
import { log } from "../log.ts";
import { toAppError } from "./to-app-error.ts";

/** Turns any throw into an answer (RFC 9457): what was expected says so, the rest is logged and says nothing. */
export function problemResponse(thrown: unknown, requestId: string): Response {
  const error = toAppError(thrown);
  if (error.status >= 500) log().error({ err: error.cause ?? error, requestId }, "request failed");
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-request-id": requestId,
  };
  if (error.retryAfterSeconds !== undefined)
    headers["retry-after"] = String(Math.ceil(error.retryAfterSeconds));
  if (error.code === "unauthenticated") headers["www-authenticate"] = 'Bearer realm="posthorn"';
  return new Response(JSON.stringify(toProblem(error, requestId)), { status: error.status, headers });
}

function toProblem(error: AppError, requestId: string): Problem {
  return {
    type: `${env().url}/docs/api#error-${error.code}`,
    title: errorTable[error.code].title,
    status: error.status,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    code: error.code,
    requestId,
    ...(error.fields.length === 0 ? {} : { errors: error.fields }),
  };
}
