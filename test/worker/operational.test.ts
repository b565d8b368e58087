import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { acceptEvent } from "#lib/events/accept.ts";
import { freePort } from "#lib/launch/free-port.ts";
import { createReceiver } from "#test/support/receiver.ts";
import { insertEndpoint, insertTenant } from "#test/support/rows.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { Lanes } from "#worker/lanes.ts";
import { serveOperational } from "#worker/operational.ts";

const metricsToken = "a metrics token of some length";
let worker: RunningWorker;
let url: string;
let stopServing: () => Promise<void>;

beforeAll(async () => {
  worker = await runWorker();
  const workerMetricsPort = await freePort();
  Object.assign(env(), { workerMetricsPort });
  url = `http://127.0.0.1:${workerMetricsPort}`;
  stopServing = await serveOperational(worker.lanes);
});
afterEach(() => {
  Object.assign(env(), { metricsToken: undefined });
});
afterAll(async () => {
  await stopServing();
  await worker.stop();
  await closeDatabases();
});

async function sample(name: string): Promise<number> {
  const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
  const line = (await response.text()).split("\n").find((text) => text.startsWith(`${name} `));
  return Number(line?.split(" ").at(-1) ?? 0);
}

test("probes need no token; anything else is not found", async () => {
  for (const [path, status] of [
    ["/healthz", 200],
    ["/readyz", 200],
    ["/metrics", 404],
    ["/", 404],
  ] as const)
    expect([path, (await fetch(url + path)).status]).toEqual([path, status]);
});

test("lanes that stand still are not healthy", async () => {
  const stuck = Object.defineProperty(new Lanes(), "sinceTurnMs", { value: 121_000 });
  const workerMetricsPort = await freePort();
  Object.assign(env(), { workerMetricsPort });
  const stop = await serveOperational(stuck);
  expect((await fetch(`http://127.0.0.1:${workerMetricsPort}/healthz`)).status).toBe(503);
  await stop();
});

test("metrics want the token, and count attempts by what came of them", async () => {
  Object.assign(env(), { metricsToken });
  expect((await fetch(`${url}/metrics`)).status).toBe(401);
  await using receiver = await createReceiver();
  receiver.answerNext({ status: 503 });
  const tenant = await insertTenant();
  await insertEndpoint(tenant, { url: receiver.url, retrySchedule: [3_600] });
  await acceptEvent(tenant.ctx, { body: { type: "a.b", data: {} }, text: '{"type":"a.b","data":{}}' });
  await waitFor(
    "the attempt to be settled",
    async () => (await sample("posthorn_settle_attempts_count")) > 0,
  );
  expect(await sample('posthorn_attempts_total{result="http_5xx",status_class="5xx"}')).toBe(1);
  expect(await sample('posthorn_attempt_seconds_count{result="failed"}')).toBe(1);
  expect(await sample("posthorn_first_attempt_delay_seconds_count")).toBe(1);
  expect(await sample("posthorn_claim_deliveries_sum")).toBe(1);
  expect(await sample("posthorn_worker_concurrency")).toBe(env().workerConcurrency);
});
