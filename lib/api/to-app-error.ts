import { AppError, type ErrorCode } from "../errors.ts";

/** What any throw means to a caller; what nobody expected is `internal`, with the throw as its cause. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isDatabaseAway(thrown)) return new AppError("unavailable", { retryAfterSeconds: 1, cause: thrown });
  const code =
    codesOf(thrown)
      .map((name) => meanings[name])
      .find(Boolean) ?? "internal";
  return new AppError(code, { cause: thrown, ...(code === "unavailable" ? { retryAfterSeconds: 1 } : {}) });
}

/** Codes of Prisma (P…) and SQLSTATE that say what a verb did not foresee, mostly races. */
const meanings: Record<string, ErrorCode> = {
  P2002: "already_exists",
  "23505": "already_exists",
  P2025: "not_found",
  // Deadlocks, serialization failures, locks not had in time, statements and transactions that took too long.
  P2034: "unavailable",
  P2028: "unavailable",
  "40001": "unavailable",
  "40P01": "unavailable",
  "55P03": "unavailable",
  "57014": "unavailable",
  // Text that the database's encoding cannot hold.
  "22021": "invalid_request",
  "22P05": "invalid_request",
};

const connectionCodes =
  /^(08...|53...|57P0[1-5]|ECONN.*|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|P1001|P1002|P1008|P1017|P2024)$/;
const connectionMessages =
  /timeout exceeded when trying to connect|Connection terminated|terminating connection|connection error and is not queryable|Server has closed the connection|Can't reach database/;

function isDatabaseAway(thrown: unknown): boolean {
  return (
    codesOf(thrown).some((code) => connectionCodes.test(code)) ||
    errorsIn(thrown).some(({ message }) => connectionMessages.test(message ?? ""))
  );
}

function codesOf(thrown: unknown): string[] {
  return errorsIn(thrown).flatMap(({ code, originalCode }) => [code, originalCode].filter(isText));
}

type Thrown = { code?: unknown; originalCode?: unknown; message?: string; cause?: unknown; meta?: unknown };

/** An error, its causes, and what Prisma's driver adapter packs into `meta`. */
function errorsIn(thrown: unknown): Thrown[] {
  if (typeof thrown !== "object" || thrown === null) return [];
  const error = thrown as Thrown;
  const packed = (error.meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return [error, ...errorsIn(error.cause), ...errorsIn(packed)];
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
