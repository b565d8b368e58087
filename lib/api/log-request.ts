import { log } from "../log.ts";
import type { ApiContext } from "./request.ts";

/** One line a request: refusals at info, failures of ours at error, the rest at debug. Queries stay out. */
export function logRequest(c: ApiContext, durationMs: number): void {
  const { status } = c.res;
  const level = status >= 500 ? "error" : status >= 400 ? "info" : "debug";
  const { method, path } = c.req;
  const { requestId } = c.var;
  log()[level]({ requestId, method, path, status, durationMs: Math.round(durationMs) }, "request");
}
