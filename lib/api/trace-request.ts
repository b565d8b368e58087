import { failSpan, inSpan, tracing } from "../tracing.ts";
import type { ApiContext } from "./request.ts";
import { toAppError } from "./to-app-error.ts";

const basePath = "/api/v1";
/** Asked every few seconds by machines. */
const untraced = /\/(healthz|readyz|metrics)$/;

/** Answers a request of the API in a span that continues the caller's trace; without traces it just answers. */
export function traceRequest(c: ApiContext, next: () => Promise<void>): Promise<void> {
  const { method, path, url } = c.req;
  if (!tracing() || untraced.test(path)) return next();
  const parent = c.req.header("traceparent");
  const attributes = {
    "http.request.method": method,
    "url.path": path,
    "url.scheme": url.slice(0, url.indexOf(":")),
    "posthorn.request.id": c.var.requestId,
  };
  return inSpan(method, { kind: "server", parent, attributes }, async (span) => {
    await next();
    if (!span) return;
    const route = c.var.route && basePath + c.var.route;
    if (route) span.updateName(`${method} ${route}`).setAttribute("http.route", route);
    span.setAttribute("http.response.status_code", c.res.status);
    // A refusal is the caller's error, not this server's.
    if (c.res.status >= 500) failSpan(span, c.error ? toAppError(c.error).code : String(c.res.status));
  });
}
