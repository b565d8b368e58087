/**
 * Every error the API can answer with: its HTTP status and its title (RFC 9457).
 * A code without a status cannot compile; codes are stable and never renamed.
 */
export const errorTable = {
  bad_request: { status: 400, title: "The request could not be read" },
  invalid_json: { status: 400, title: "The body is not valid JSON" },
  invalid_cursor: { status: 400, title: "The cursor is not valid here" },
  unauthenticated: { status: 401, title: "Authentication is required" },
  forbidden: { status: 403, title: "You may not do this" },
  foreign_origin: { status: 403, title: "The request comes from a foreign origin" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "This method is not available here" },
  conflict: { status: 409, title: "The request conflicts with the present state" },
  already_exists: { status: 409, title: "It already exists" },
  body_too_large: { status: 413, title: "The body is too large" },
  unsupported_media_type: { status: 415, title: "The body must be application/json" },
  invalid_request: { status: 422, title: "Some values are not valid" },
  idempotency_key_reused: { status: 422, title: "The idempotency key was used with another request" },
  blocked_url: { status: 422, title: "The URL is blocked by egress policy" },
  rate_limited: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "The service is not available right now" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errorTable;

/** One invalid value: `path` is dotted (`data.0.type`), `message` a sentence for people. */
export type FieldError = { path: string; message: string };

type Details = { detail?: string; fields?: FieldError[]; retryAfterSeconds?: number; cause?: unknown };

/** An expected refusal: `detail` is for the caller, `cause` for our logs alone. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly detail: string | undefined;
  readonly fields: FieldError[];
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, details: Details = {}) {
    super(details.detail ?? errorTable[code].title, { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.status = errorTable[code].status;
    this.detail = details.detail;
    this.fields = details.fields ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** A refusal of single values, shown at their fields in forms. */
export function invalid(path: string, message: string): AppError {
  return new AppError("invalid_request", { detail: message, fields: [{ path, message }] });
}

/** The one answer for a missing and for somebody else's object. */
export function notFound(noun: string): AppError {
  return new AppError("not_found", { detail: `No such ${noun}.` });
}
