import { clientAddress } from "../client-address.ts";
import type { Input, Operation } from "../contracts/operation.ts";
import type { Download } from "../download.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { authenticate, authorize, type Caller, isAllowed } from "./authenticate.ts";
import { carriedHeaders } from "./carried-headers.ts";
import { confine } from "./confine.ts";
import { fileResponse } from "./file-response.ts";
import { remember } from "./idempotency.ts";
import { inTurn } from "./in-flight.ts";
import { limitRate } from "./rate-limit.ts";
import { hasBody, type JsonBody, readJsonBody } from "./read-body.ts";
import type { ApiContext } from "./request.ts";
import type { RequestFacts, Route } from "./route.ts";
import { streamResponse } from "./stream/stream-response.ts";
import { queryOf, validate } from "./validate.ts";

/** Answers one request of a route: who calls, may they, how often, is it valid, was it answered before; then the verb. */
export async function answerRoute(
  c: ApiContext,
  route: Route,
  JsonResponse: typeof Response,
): Promise<Response> {
  const { operation } = route;
  const request = c.req.raw;
  const caller = await authenticate(request);
  authorize(caller, operation);
  c.set("quota", await limitRate(ownerOf(caller)));
  const body = operation.body ? await bodyOf(request, operation.path) : undefined;
  const given = { params: c.req.param(), query: queryOf(request), body: body?.json };
  const valid = validate(operation, given, { keepsText: route.keepsIdempotency }) as Input<Operation>;
  const input = await inReach(caller, operation, valid);
  const facts = factsOf(c, operation, body);
  const ctx = withAddress(caller, request);
  const status = statusOf(operation, input);
  const answer = (result: unknown) => respond(c, route, { status, result, JsonResponse });
  if (route.keepsIdempotency) return answer(await route.handle(ctx, input, facts));
  // Nobody would ever read the body of a stream that HEAD asks for.
  if (operation.answer.stream && request.method === "HEAD") return streamResponse(null);
  await route.before?.(input);
  const result = await inTurn(ctx.tenantId, () => run(route, { ctx, input, facts, request, status }));
  return answer(result);
}

/** A tenant's keys share one limit; what people do at their pages never stands in the way of it, nor the other way round. */
function ownerOf({ actor, tenantId }: Caller): string {
  return actor.kind === "user" || actor.kind === "portal" ? actor.id : tenantId;
}

function inReach(caller: Caller, operation: Operation, input: Input<Operation>): Promise<Input<Operation>> {
  const { grant } = caller;
  if (grant.kind !== "portal-session" || operation.access === grant.kind) return Promise.resolve(input);
  return confine({ ...caller, applicationId: grant.applicationId }, operation, input);
}

function statusOf({ answer, dryRun }: Operation, { body }: Input<Operation>): Status {
  const isDryRun = dryRun && (body as { dryRun?: boolean } | undefined)?.dryRun === true;
  return isDryRun ? dryRun.status : answer.status;
}

type Status = Operation["answer"]["status"];
type Run = { ctx: Caller; input: Input<Operation>; facts: RequestFacts; request: Request; status: Status };

function run({ handle }: Route, { ctx, input, facts, request, status }: Run): Promise<unknown> {
  const { idempotencyKey: key, text } = facts;
  if (key === undefined) return handle(ctx, input, facts);
  // What one portal session sent is no business of another, nor of the producer's keys.
  const ofOwner = ctx.actor.kind === "portal" ? `${ctx.actor.id} ${key}` : key;
  const first = { request, key: ofOwner, text, status };
  return remember(ctx, first, (inside) => handle(inside, input, facts));
}

function withAddress(caller: Caller, request: Request): Caller {
  const ipAddress = clientAddress(request.headers);
  return ipAddress === undefined ? caller : { ...caller, ipAddress };
}

const settingsBytes = 262_144;
const batchFactor = 20;

function bodyOf(request: Request, path: string): Promise<JsonBody> {
  if (!hasBody(request)) return Promise.resolve({ text: "", json: {} });
  const { maxEventBytes } = env();
  if (path === "/events/batch") return readJsonBody(request, maxEventBytes * batchFactor);
  return readJsonBody(request, path === "/events" ? maxEventBytes : settingsBytes);
}

function factsOf(c: ApiContext, operation: Operation, body: JsonBody | undefined): RequestFacts {
  const key = c.req.method === "POST" ? c.req.header("idempotency-key") : undefined;
  if (key !== undefined && (key.length === 0 || key.length > 255)) {
    throw new AppError("bad_request", { detail: "Idempotency-Key must hold 1 to 255 characters." });
  }
  return {
    requestId: c.var.requestId,
    text: body?.text ?? "",
    idempotencyKey: key,
    lastEventId: operation.answer.stream ? c.req.header("last-event-id") : undefined,
    isStillAllowed: () => isAllowed(c.req.raw, operation),
  };
}

type Answer = { status: Status; result: unknown; JsonResponse: typeof Response };

function respond(c: ApiContext, { operation }: Route, { status, result, JsonResponse }: Answer): Response {
  if (operation.answer.file) return fileResponse(result as Download);
  if (operation.answer.stream) return streamResponse(result as ReadableStream<Uint8Array>);
  const headers: Record<string, string> = { "cache-control": "no-store", ...carriedHeaders(c) };
  if (status !== 204) headers["content-type"] = "application/json";
  if (status === 201) headers.location = `/api/v1${operation.path}/${nameOf(result)}`;
  const response = new JsonResponse(status === 204 ? null : JSON.stringify(result), { status, headers });
  // Only now: should it fail to be made, the answer that says so carries nothing yet.
  c.set("isComplete", true);
  return response;
}

function nameOf(created: unknown): string {
  const { id, name } = created as { id?: string; name?: string };
  return encodeURIComponent(id ?? name ?? "");
}
