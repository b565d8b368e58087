import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { pool, poolUsage } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { metricsContentType, metricsText, setGauge } from "#lib/metrics.ts";
import { metricsAccess } from "#lib/metrics-access.ts";
import { notePools, noteProcess, watchEventLoop } from "#lib/process-metrics.ts";
import type { Lanes } from "./lanes.ts";

/** A turn of the lanes waits for the database, whose statements end after 30 s: beyond this it hangs. */
const longestTurnMs = 120_000;

/**
 * Serves probes and metrics on POSTHORN_WORKER_METRICS_PORT, if set: /healthz as long as the lanes go round, /readyz while
 * the database answers as well, /metrics behind POSTHORN_METRICS_TOKEN. Answers with a function that closes it.
 */
export async function serveOperational(lanes: Lanes): Promise<() => Promise<void>> {
  const { workerMetricsPort } = env();
  if (workerMetricsPort === undefined) return async () => undefined;
  watchEventLoop();
  const server = createServer({ requestTimeout: 10_000, maxHeaderSize: 16_384 }, (request, response) => {
    const answer = answers[`${request.method} ${request.url?.split("?")[0]}`] ?? notFound;
    answer(lanes, request.headers.authorization).then(
      (given) => send(response, given),
      () => send(response, { status: 503, body: "unavailable\n" }),
    );
  });
  server.listen(workerMetricsPort);
  await once(server, "listening");
  return async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
}

type Given = { status: number; body: string; type?: string };

const answers: Record<string, (lanes: Lanes, authorization?: string) => Promise<Given>> = {
  "GET /healthz": health,
  "GET /readyz": readiness,
  "GET /metrics": metrics,
};

/** A database that is away is no reason to be killed: results wait in memory to be written. */
async function health(lanes: Lanes): Promise<Given> {
  const isTurning = lanes.sinceTurnMs < longestTurnMs;
  return isTurning ? { status: 200, body: "ok\n" } : { status: 503, body: "the lanes stand still\n" };
}

async function readiness(lanes: Lanes): Promise<Given> {
  await pool().query("SELECT 1");
  return health(lanes);
}

async function metrics(lanes: Lanes, authorization?: string): Promise<Given> {
  const access = metricsAccess(authorization);
  if (access === "off") return { status: 404, body: "Set POSTHORN_METRICS_TOKEN to serve metrics.\n" };
  if (access === "refused") return { status: 401, body: "Send POSTHORN_METRICS_TOKEN as a bearer token.\n" };
  noteProcess("worker");
  notePools(poolUsage());
  setGauge("posthorn_attempts_in_flight", [lanes.inFlight]);
  setGauge("posthorn_worker_concurrency", [env().workerConcurrency]);
  return { status: 200, body: await metricsText(["worker", "each"]), type: metricsContentType };
}

async function notFound(): Promise<Given> {
  return { status: 404, body: "There are /healthz, /readyz and /metrics.\n" };
}

function send(response: ServerResponse, { status, body, type = "text/plain; charset=utf-8" }: Given): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
  response.end(body);
}
