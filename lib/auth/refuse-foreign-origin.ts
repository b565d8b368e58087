import { env } from "../env.ts";
import { AppError } from "../errors.ts";

/** A cookie alone must not let another site act: every change needs our own Origin. Throws 403 without it. */
export function refuseForeignOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  if (origin === null && request.headers.get("cookie") === null) return;
  if (origin === new URL(env().url).origin || origin === originOfHost(request)) return;
  throw new AppError("foreign_origin");
}

function originOfHost(request: Request): string {
  const host = request.headers.get("host") ?? "";
  return `${new URL(env().url).protocol}//${host}`;
}
