import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabases, pool } from "#lib/db.ts";
import { freePort } from "#lib/launch/free-port.ts";
import type { AppProcess } from "#test/support/app-process.ts";
import { startWeb, startWorker, type Web } from "#test/support/app-server.ts";
import { bootstrap, Producer } from "#test/support/producer.ts";
import { createReceiver, type Received } from "#test/support/receiver.ts";
import { testSettings } from "#test/support/settings.ts";
import { waitFor } from "#test/support/wait-for.ts";

const maxInFlight = 3;
const answerMs = 25;
const endpoints = 10;
const events = 24;
const metricsToken = "a metrics token of some length";
const metricsPorts = [await freePort(), await freePort()];
let webs: Web[];
let workers: AppProcess[];
let producers: Producer[];

beforeAll(async () => {
  const { apiKey } = await bootstrap(testSettings(process.env.DATABASE_URL ?? ""));
  webs = await Promise.all([startWeb(), startWeb()]);
  workers = metricsPorts.map((port) =>
    startWorker({
      env: {
        POSTHORN_METRICS_TOKEN: metricsToken,
        POSTHORN_WORKER_METRICS_PORT: String(port),
        POSTHORN_URL: webs[0]?.url ?? "",
        // Too few slots for one of them to hold every lane.
        POSTHORN_WORKER_CONCURRENCY: "8",
      },
    }),
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
  const headers = { authorization: `Bearer ${metricsToken}` };
  const texts = metricsPorts.map(async (port) =>
    (await fetch(`http://127.0.0.1:${port}/metrics`, { headers })).text(),
  );
  return (await Promise.all(texts)).map((text) =>
    [...text.matchAll(/^posthorn_attempts_total\{.*\} (\d+)$/gm)].reduce((sum, [, n]) => sum + Number(n), 0),
  );
}

test("two webs and two workers: each event once, repeats of a key anywhere are one event, the in-flight cap holds over both workers", async () => {
  const receiver = await createReceiver(() => ({ delayMs: answerMs }));
  for (let n = 0; n < endpoints; n += 1) {
    const settings = { url: `${receiver.url}/${n}`, eventTypes: ["side.by_side"], maxInFlight };
    expect((await producer(n).call("POST", "/endpoints", settings)).status).toBe(201);
  }

  const posts = Array.from({ length: 2 * events }, async (_, turn) => {
    const event = { type: "side.by_side", data: { n: turn >> 1 } };
    // Each key is used on both webs at the same time.
    const headers = { "idempotency-key": `key ${turn >> 1}` };
    const answer = await producer(turn).call<{ id: string }>("POST", "/events", event, headers);
    expect([answer.status, answer.body]).toEqual([202, expect.objectContaining({ type: "side.by_side" })]);
    return answer.body.id;
  });
  const ids = new Set(await Promise.all(posts));
  expect(ids.size).toBe(events);

  await waitFor("all delivered", async () => {
    const { rows } = await pool().query<{ n: number }>(
      "SELECT count(*)::int AS n FROM deliveries WHERE status = 'delivered'",
    );
    return rows[0]?.n === events * endpoints;
  });
  const byEndpoint = Map.groupBy(receiver.requests, ({ path }) => path);
  expect(byEndpoint.size).toBe(endpoints);
  for (const requests of byEndpoint.values()) {
    expect(requests.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(mostAtOnce(requests)).toBeLessThanOrEqual(maxInFlight);
  }
  const byWorker = await attemptsByWorker();
  expect(Math.min(...byWorker)).toBeGreaterThan(0);
  expect(byWorker.reduce((sum, n) => sum + n, 0)).toBe(events * endpoints);
  await receiver.close();
});

/** The most requests that were surely open at one moment: none is answered before `answerMs`. */
function mostAtOnce(requests: readonly Received[]): number {
  const times = requests.map(({ at }) => at.getTime());
  return Math.max(
    ...times.map((time) => times.filter((other) => other <= time && other > time - answerMs).length),
  );
}
