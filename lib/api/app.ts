import { Hono } from "hono";
import { getPath } from "hono/utils/url";
import { AppError } from "../errors.ts";
import { answerRoute } from "./answer.ts";
import { carriedHeaders } from "./carried-headers.ts";
import { logRequest } from "./log-request.ts";
import { measureRequest } from "./measure-request.ts";
import { operationalRoutes } from "./operational.ts";
import { problemResponse } from "./problem.ts";
import { type Api, type ApiContext, type RequestVariables, requestIdOf } from "./request.ts";
import type { Route } from "./route.ts";
import { routes } from "./routes.ts";
import { traceRequest } from "./trace-request.ts";

const basePath = "/api/v1";

/**
 * The whole HTTP API under `/api/v1`, for `server.ts` and for Next's route handler alike. Answers in JSON are made of
 * `JsonResponse`, for a mount that has one it can write out faster.
 */
export function createApi(JsonResponse: typeof Response = Response): Api {
  const api = new Hono<RequestVariables>({ getPath: homePath }).basePath(basePath);
  api.use((c, next) => {
    c.set("requestId", requestIdOf(c.req.raw));
    return traceRequest(c, () => passRequest(c, next));
  });
  api.onError((error, c) => problemResponse(error, c.var.requestId));
  api.notFound((c) =>
    problemResponse(new AppError("not_found", { detail: "No such route." }), c.var.requestId),
  );
  operationalRoutes(api);
  for (const route of inMatchingOrder(routes)) {
    api.on(route.operation.method.toUpperCase(), patternOf(route), (c) => {
      c.set("route", route.operation.path);
      return answerRoute(c, route, JsonResponse);
    });
  }
  refuseOtherMethods(api);
  return api;
}

/** Around every request: what each answer carries, a line in the log, and the metrics. */
async function passRequest(c: ApiContext, next: () => Promise<void>): Promise<void> {
  const startedAtMs = performance.now();
  await next();
  if (!c.var.isComplete)
    for (const [name, value] of Object.entries(carriedHeaders(c))) c.res.headers.set(name, value);
  logRequest(c, performance.now() - startedAtMs);
  measureRequest(c, startedAtMs);
}

const atTheRootToo = new Set(["/healthz", "/readyz", "/metrics"]);

/** What operators ask for is also at the root, whoever stands in front. */
function homePath(request: Request): string {
  const path = getPath(request);
  return atTheRootToo.has(path) ? basePath + path : path;
}

/** A path with a name in it must not catch one that is spelled out: `/events/{id}` after `/events/batch`. */
function inMatchingOrder(all: readonly Route[]): Route[] {
  const names = ({ operation }: Route) => operation.path.split("{").length;
  return all.toSorted((a, b) => names(a) - names(b));
}

function refuseOtherMethods(api: Api): void {
  for (const [path, group] of Map.groupBy(inMatchingOrder(routes), patternOf)) {
    const methods = group.map(({ operation }) => operation.method.toUpperCase());
    const allow = [...methods, ...(methods.includes("GET") ? ["HEAD"] : [])].join(", ");
    api.all(path, (c) => {
      const response = problemResponse(new AppError("method_not_allowed"), c.var.requestId);
      response.headers.set("allow", allow);
      return response;
    });
  }
}

function patternOf({ operation }: Route): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, ":$1");
}
