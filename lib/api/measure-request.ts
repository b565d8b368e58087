import { measureHttp } from "../measure-http.ts";
import { count } from "../metrics.ts";
import type { ApiContext } from "./request.ts";
import { toAppError } from "./to-app-error.ts";

const eventRoutes: readonly string[] = ["/events", "/events/batch"];

/** Counts and times an answered request of the API; what is no operation is one route. */
export function measureRequest(c: ApiContext, startedAtMs: number): void {
  const { method } = c.req;
  const route = c.var.route ?? "(other)";
  measureHttp({ method, route, status: c.res.status, startedAtMs });
  if (c.error && method === "POST" && eventRoutes.includes(route)) {
    count("posthorn_events_refused_total", { code: toAppError(c.error).code });
  }
}
