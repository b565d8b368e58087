import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabases, pool } from "#lib/db.ts";
import { fromPublicId } from "#lib/ids.ts";
import { freePort } from "#lib/launch/free-port.ts";
import type { AppProcess } from "#test/support/app-process.ts";
import { startWeb, startWorker, type Web } from "#test/support/app-server.ts";
import { bootstrap, Producer } from "#test/support/producer.ts";
import { createReceiver } from "#test/support/receiver.ts";
import { testSettings } from "#test/support/settings.ts";
import { waitFor } from "#test/support/wait-for.ts";

const maxInFlight = 3;
const answerMs = 25;
const metricsPorts = [await freePort(), await freePort()];
let webs: Web[];
let workers: AppProcess[];
let producers: Producer[];

beforeAll(async () => {
  const { apiKey } = await bootstrap(testSettings(process.env.DATABASE_URL ?? ""));
  webs = await Promise.all([startWeb(), startWeb()]);
  workers = metricsPorts.map((port) =>
    startWorker({ env: { POSTHORN_WORKER_METRICS_PORT: String(port), POSTHORN_URL: webs[0]?.url ?? "" } }),
  );
  for (const port of metricsPorts)
    await waitFor("a worker to be ready", async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      return answer?.ok;
    });
  producers = webs.map(({ url }) => new Producer(url, apiKey));
});

afterAll(async () => {
  await Promise.all([...workers, ...webs.map(({ process }) => process)].map((process) => process.stop()));
  await closeDatabases();
});

function producer(turn: number): Producer {
  const chosen = producers[turn % producers.length];
  if (!chosen) throw new Error("No web has started.");
  return chosen;
}

/** How many attempts each worker counted itself. */
async function attemptsByWorker(): Promise<number[]> {
  const texts = metricsPorts.map(async (port) => (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
  return (await Promise.all(texts)).map((text) =>
    [...text.matchAll(/^posthorn_attempts_total\{.*\} (\d+)$/gm)].reduce((sum, [, n]) => sum + Number(n), 0),
  );
}

test("two webs and two workers: each event once, repeats of a key anywhere are one event, the in-flight cap holds over both workers", async () => {
  const receiver = await createReceiver(() => ({ delayMs: answerMs }));
  const { body: endpoint } = await producer(0).call<{ id: string }>("POST", "/endpoints", {
    url: receiver.url,
    eventTypes: ["side.by_side"],
    maxInFlight,
  });

  const posts = Array.from({ length: 240 }, async (_, turn) => {
    const event = { type: "side.by_side", data: { n: turn >> 1 } };
    // Each key is used on both webs at the same time.
    const headers = { "idempotency-key": `key ${turn >> 1}` };
    const answer = await producer(turn).call<{ id: string }>("POST", "/events", event, headers);
    expect([answer.status, answer.body]).toEqual([202, expect.objectContaining({ type: "side.by_side" })]);
    return answer.body.id;
  });
  const ids = new Set(await Promise.all(posts));
  expect(ids.size).toBe(120);

  const settled = `SELECT count(*)::int AS n FROM deliveries WHERE endpoint_id = $1 AND status = 'delivered'`;
  const endpointId = fromPublicId("endpoint", endpoint.id);
  await waitFor("all delivered", async () => {
    const { rows } = await pool().query<{ n: number }>(settled, [endpointId]);
    return rows[0]?.n === 120;
  });
  expect(receiver.requests.map(({ id }) => id).sort()).toEqual([...ids].sort());
  const times = receiver.requests.map(({ at }) => at.getTime());
  for (const time of times) {
    // None of these can have been answered when the last of them came.
    expect(times.filter((other) => other <= time && other > time - answerMs).length).toBeLessThanOrEqual(
      maxInFlight,
    );
  }
  const byWorker = await attemptsByWorker();
  expect(Math.min(...byWorker)).toBeGreaterThan(0);
  expect(byWorker.reduce((sum, n) => sum + n, 0)).toBe(120);
  await receiver.close();
});
