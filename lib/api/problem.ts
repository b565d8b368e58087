import type { Problem } from "../contracts/problem.ts";
import { env } from "../env.ts";
import { AppError, errorTable } from "../errors.ts";
import { log } from "../log.ts";

/** Turns any throw into an answer (RFC 9457): what was expected says so, the rest is logged and says nothing. */
export function problemResponse(error: unknown, requestId: string): Response {
  const known = error instanceof AppError ? error : refine(error);
  if (known.status >= 500) log().error({ err: known.cause ?? known, requestId }, "request failed");
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-request-id": requestId,
  };
  if (known.retryAfterSeconds !== undefined)
    headers["retry-after"] = String(Math.ceil(known.retryAfterSeconds));
  if (known.code === "unauthenticated") headers["www-authenticate"] = 'Bearer realm="posthorn"';
  return new Response(JSON.stringify(toProblem(known, requestId)), { status: known.status, headers });
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

const connectionFailures = /^(08...|53...|57P0[1-3]|ECONN.*|ENOTFOUND|EPIPE|ETIMEDOUT)$/;

function refine(error: unknown): AppError {
  const retryAfterSeconds = 1;
  if (isDatabaseAway(error)) return new AppError("unavailable", { retryAfterSeconds, cause: error });
  return new AppError("internal", { cause: error });
}

function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (connectionFailures.test(code) || /^P(1001|1002|1008|1017|2024)$/.test(code)) return true;
  if (
    /timeout exceeded when trying to connect|Connection terminated|terminating connection/.test(error.message)
  )
    return true;
  return error.cause !== undefined && isDatabaseAway(error.cause);
}
