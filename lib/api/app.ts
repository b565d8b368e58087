import { randomUUID } from "node:crypto";
import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context as HonoContext } from "hono";
import type { Input } from "../contracts/operation.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { log } from "../log.ts";
import { authenticate, authorize, type Caller } from "./authenticate.ts";
import { remember } from "./idempotency.ts";
import { operationalRoutes } from "./operational.ts";
import { problemResponse } from "./problem.ts";
import { limitRate } from "./rate-limit.ts";
import { hasBody, type JsonBody, readJsonBody } from "./read-body.ts";
import type { RequestFacts, Route } from "./route.ts";
import { routes } from "./routes.ts";
import { validate } from "./validate.ts";

type Variables = { Variables: { requestId: string } };

/** The whole HTTP API under `/api/v1`, for `server.ts` and for Next's route handler alike. */
export function createApi(): OpenAPIHono<Variables> {
  const api = new OpenAPIHono<Variables>().basePath("/api/v1");
  api.use(async (c, next) => {
    const startedAt = performance.now();
    c.set("requestId", requestIdOf(c.req.raw));
    await next();
    c.res.headers.set("x-request-id", c.var.requestId);
    logRequest(c, performance.now() - startedAt);
  });
  api.onError((error, c) => problemResponse(error, c.var.requestId));
  api.notFound((c) =>
    problemResponse(new AppError("not_found", { detail: "No such route." }), c.var.requestId),
  );
  operationalRoutes(api, routes);
  for (const route of routes) {
    const path = route.operation.path.replaceAll(/\{(\w+)\}/g, ":$1");
    api.on(route.operation.method.toUpperCase(), path, (c) => answer(c, route));
  }
  return api;
}

async function answer(c: HonoContext<Variables>, route: Route): Promise<Response> {
  const { operation } = route;
  const request = c.req.raw;
  const caller = await authenticate(request);
  authorize(caller, operation.access);
  limitRate(caller.tenantId);
  const body = operation.body ? await bodyOf(request, operation.path) : undefined;
  const input = validate(operation, { params: c.req.param(), query: c.req.queries(), body: body?.json });
  const facts = factsOf(c, body);
  const run = (ctx: Caller) => route.handle(ctx, input as Input<typeof operation>, facts);
  const result =
    facts.idempotencyKey === undefined || route.keepsIdempotency
      ? await run(caller)
      : await remember(
          caller,
          { request, key: facts.idempotencyKey, text: facts.text, status: operation.answer.status },
          run,
        );
  return respond(route, result);
}

function respond({ operation }: Route, result: unknown): Response {
  const { status } = operation.answer;
  if (status === 204) return new Response(null, { status, headers: { "cache-control": "no-store" } });
  const headers: Record<string, string> = { "content-type": "application/json", "cache-control": "no-store" };
  if (status === 201) headers.location = `/api/v1${operation.path}/${nameOf(result)}`;
  return new Response(JSON.stringify(result), { status, headers });
}

function nameOf(created: unknown): string {
  const { id, name } = created as { id?: string; name?: string };
  return encodeURIComponent(id ?? name ?? "");
}

const batchFactor = 20;

function bodyOf(request: Request, path: string): Promise<JsonBody> {
  const { maxEventBytes } = env();
  if (!hasBody(request)) return Promise.resolve({ text: "", json: {} });
  return readJsonBody(request, path === "/events/batch" ? maxEventBytes * batchFactor : maxEventBytes);
}

function factsOf(c: HonoContext<Variables>, body: JsonBody | undefined): RequestFacts {
  const idempotencyKey = c.req.header("idempotency-key");
  if (idempotencyKey !== undefined && (idempotencyKey.length === 0 || idempotencyKey.length > 255)) {
    throw new AppError("bad_request", { detail: "Idempotency-Key must hold 1 to 255 characters." });
  }
  return {
    requestId: c.var.requestId,
    text: body?.text ?? "",
    idempotencyKey: c.req.method === "POST" ? idempotencyKey : undefined,
  };
}

function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given !== null && /^[A-Za-z0-9._-]{1,64}$/.test(given) ? given : randomUUID();
}

function logRequest(c: HonoContext<Variables>, durationMs: number): void {
  const { status } = c.res;
  const level = status >= 500 ? "error" : status >= 400 ? "info" : "debug";
  log()[level](
    {
      requestId: c.var.requestId,
      method: c.req.method,
      path: c.req.path,
      status,
      durationMs: Math.round(durationMs),
    },
    "request",
  );
}
