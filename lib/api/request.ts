import { randomUUID } from "node:crypto";
import type { Context, Hono } from "hono";
import type { Quota } from "./rate-limit.ts";

/** What is known of every request beside itself. */
export type RequestVariables = {
  Variables: {
    requestId: string;
    /** The path of its operation, if it has one. */
    route: string | undefined;
    quota: Quota | undefined;
    /** Whether its answer was made with all that it carries: setting headers afterwards costs more than the answer. */
    isComplete: true | undefined;
  };
};
export type Api = Hono<RequestVariables>;
export type ApiContext = Context<RequestVariables>;

/** The caller's `X-Request-Id` where it is fit for logs, else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given !== null && /^[A-Za-z0-9._-]{1,64}$/.test(given) ? given : randomUUID();
}
