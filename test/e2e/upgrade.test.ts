import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { ensureBuild } from "#lib/launch/build.ts";
import { pendingMigrations } from "#lib/migrate/pending.ts";
import { prepareDatabase } from "#lib/migrate/prepare-database.ts";
import { withScratchDatabase } from "#lib/migrate/scratch-database.ts";
import { startApp } from "#test/support/app-server.ts";
import { type PreviousRelease, previousCommit, unpackRelease } from "#test/support/previous-release.ts";
import { Producer } from "#test/support/producer.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { waitFor } from "#test/support/wait-for.ts";

type Endpoint = { id: string; secret: string };
type Delivery = { id: string; event: string; status: string };

// A shallow checkout has no previous code to run.
const previous = await previousCommit();

beforeAll(ensureBuild);
afterAll(closeDatabases);

describe.skipIf(!previous)("an upgrade under load, from the code before the newest migration", () => {
  test("loses and repeats nothing: the previous code works on the new schema, beside the new code and on its rows", async () => {
    await withScratchDatabase(env().databaseUrl, async (databaseUrl) => {
      const release = await unpackRelease(previous ?? "", databaseUrl);
      onTestFinished(release.remove);
      const receiver = await createReceiver();
      onTestFinished(() => receiver.close());
      await upgrade({ release, receiver, databaseUrl });
    });
  });
});

type Upgrade = { release: PreviousRelease; receiver: Receiver; databaseUrl: string };

async function upgrade({ release, receiver, databaseUrl }: Upgrade): Promise<void> {
  const { apiKey } = await release.bootstrap();
  const oldApi = await release.startApi();
  onTestFinished(() => void oldApi.process.kill());
  const oldWorker = release.startWorker();
  onTestFinished(() => void oldWorker.kill());
  const old = new Producer(oldApi.url, apiKey);

  const rows = await makeRowsInEveryState(old, receiver);
  receiver.answerNext({ delayMs: 1_500 });
  const inFlight = await post(old, "ok.in-flight");
  await receiver.waitFor(receiver.requests.length + 1);
  await prepareDatabase({ databaseUrl, retentionDays: 30 });
  expect(await pendingMigrations(databaseUrl)).toEqual([]);
  expect(await post(old, "ok.keyed", "same-key")).toBe(rows.keyed);
  const after = await post(old, "ok.after-migration");
  await statusesOf(old, { delivered: [rows.delivered, rows.keyed, inFlight, after] });

  await using app = await startApp({ databaseUrl });
  const current = new Producer(app.url, apiKey);
  await statusesOf(current, { retrying: [rows.retrying], pending: [rows.waiting] });
  expect(await post(current, "ok.keyed", "same-key")).toBe(rows.keyed);
  const beside = await Promise.all([post(old, "ok.beside"), post(current, "ok.beside")]);
  await statusesOf(old, { delivered: beside });
  expect(await oldWorker.stop()).toBe(0);

  receiver.answerAll(() => ({}));
  await current.call("PATCH", `/endpoints/${rows.paused.id}`, { paused: false });
  const { body } = await current.call<{ data: Delivery[] }>("GET", "/deliveries?status=retrying");
  await current.call("POST", `/deliveries/${body.data[0]?.id}/retry`);
  const all = [rows.delivered, rows.keyed, rows.retrying, rows.waiting, inFlight, after, ...beside];
  await statusesOf(current, { delivered: all });
  await statusesOf(old, { delivered: all });

  const taken = receiver.requests.filter(({ headers }) => headers["x-refuse"] === undefined);
  const once = all.filter((id) => id !== rows.retrying);
  expect(taken.map(({ id }) => id).sort()).toEqual(once.sort());
  for (const request of taken) {
    const endpoint = request.path === "/paused" ? rows.paused : rows.healthy;
    expect(request.headers["x-token"]).toBe("sealed before the upgrade");
    new Webhook(endpoint.secret).verify(request.body.toString(), request.headers);
  }
}

/** Events that wait, wait for a retry or are delivered, one under an idempotency key; endpoints with sealed secrets and headers. */
async function makeRowsInEveryState(producer: Producer, receiver: Receiver) {
  receiver.answerAll(({ headers }) => ({ status: headers["x-refuse"] ? 503 : 200 }));
  const token = { "X-Token": "sealed before the upgrade" };
  const endpoint = async (settings: Record<string, unknown>) =>
    (await producer.call<Endpoint>("POST", "/endpoints", { url: receiver.url, headers: token, ...settings }))
      .body;
  const healthy = await endpoint({ eventTypes: ["ok.*"] });
  const paused = await endpoint({ eventTypes: ["wait.*"], url: new URL("/paused", receiver.url).href });
  await endpoint({ eventTypes: ["bad.*"], headers: { "X-Refuse": "yes" }, retrySchedule: [3_600] });
  await producer.call("PATCH", `/endpoints/${paused.id}`, { paused: true });
  const rows = {
    healthy,
    paused,
    delivered: await post(producer, "ok.before"),
    keyed: await post(producer, "ok.keyed", "same-key"),
    retrying: await post(producer, "bad.before"),
    waiting: await post(producer, "wait.before"),
  };
  await statusesOf(producer, { delivered: [rows.delivered, rows.keyed], retrying: [rows.retrying] });
  return rows;
}

async function post(producer: Producer, type: string, key?: string): Promise<string> {
  const headers = key === undefined ? {} : { "idempotency-key": key };
  const posted = await producer.call<{ id: string }>("POST", "/events", { type, data: { type } }, headers);
  expect(posted.status, JSON.stringify(posted.body)).toBe(202);
  return posted.body.id;
}

/** Waits until the deliveries of these events are listed under these states. */
async function statusesOf(producer: Producer, expected: Record<string, string[]>): Promise<void> {
  for (const [status, eventIds] of Object.entries(expected)) {
    await waitFor(`${eventIds.length} ${status} deliveries`, async () => {
      const { body } = await producer.call<{ data: Delivery[] }>("GET", `/deliveries?status=${status}`);
      const found = new Set(body.data.map(({ event }) => event));
      return eventIds.every((id) => found.has(id));
    });
  }
}
