import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabases, pool } from "#lib/db.ts";
import { acceptEvent } from "#lib/events/accept.ts";
import { toPublicId } from "#lib/ids.ts";
import { cancelReplay } from "#lib/replays/cancel.ts";
import { pauseReplay } from "#lib/replays/pause.ts";
import { resumeReplay } from "#lib/replays/resume.ts";
import { createReceiver } from "#test/support/receiver.ts";
import { failedTenant, insertFailed, lastHour, replayRow, startReplay } from "#test/support/replay-rows.ts";
import { deliveriesOf, insertEndpoint, insertTenant } from "#test/support/rows.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { sweep } from "#worker/sweep.ts";

let worker: RunningWorker;
beforeAll(async () => {
  worker = await runWorker();
});
afterAll(async () => {
  await worker.stop();
  await closeDatabases();
});

const completed = (id: string) =>
  waitFor("the replay to complete", async () => {
    const row = await replayRow(id);
    return row.status === "completed" ? row : undefined;
  });

test("a replay sends each delivery once, with its webhook-id and its next attempt number", async () => {
  await using receiver = await createReceiver();
  const { tenant, ids } = await failedTenant(60, { url: receiver.url, maxInFlight: 8 });
  const id = await startReplay(tenant);
  expect(await completed(id)).toMatchObject({ total: 60, opened: 60, delivered: 60, skipped: 0, failed: 0 });
  const rows = await deliveriesOf(tenant);
  expect(rows.map((row) => [row.status, row.attempt_count])).toEqual(ids.map(() => ["delivered", 4]));
  const sent = receiver.requests.map((request) => request.id).toSorted();
  expect(sent).toEqual(rows.map((row) => toPublicId("event", row.event_id)).toSorted());
});

test("deliveries that fail again are counted, and keep trying on their schedule", async () => {
  await using receiver = await createReceiver((_request, call) => ({ status: call <= 2 ? 500 : 200 }));
  const { tenant } = await failedTenant(6, { url: receiver.url, maxInFlight: 1, retrySchedule: [3_600] });
  const row = await completed(await startReplay(tenant));
  expect(row).toMatchObject({ opened: 6, delivered: 4, retrying: 2, settledAt: null });
});

test("pausing stops it within what was opened, resuming and canceling do what they say", async () => {
  await using receiver = await createReceiver(() => ({ delayMs: 20 }));
  const { tenant } = await failedTenant(80, { url: receiver.url, maxInFlight: 2 });
  const id = await startReplay(tenant);
  const publicId = toPublicId("replay", id);
  await receiver.waitFor(1);
  const { opened } = await pauseReplay(tenant.ctx, { id: publicId });
  expect(opened).toBeLessThan(80);
  await waitFor("what was opened to arrive", async () => (await replayRow(id)).delivered === opened);
  expect(receiver.requests).toHaveLength(opened);

  await resumeReplay(tenant.ctx, { id: publicId });
  await receiver.waitFor(opened + 1);
  const canceled = await cancelReplay(tenant.ctx, { id: publicId });
  const row = await waitFor("the rest to settle", async () => {
    const now = await replayRow(id);
    return now.settledAt ? now : undefined;
  });
  expect(row).toMatchObject({ status: "canceled", opened: canceled.opened, delivered: canceled.opened });
  expect(receiver.requests).toHaveLength(canceled.opened);
});

test("a new event of the endpoint does not wait for the replay to end", async () => {
  await using receiver = await createReceiver(() => ({ delayMs: 10 }));
  const { tenant } = await failedTenant(300, { url: receiver.url, maxInFlight: 2 });
  const id = await startReplay(tenant);
  await receiver.waitFor(5);
  const { id: eventId } = await acceptEvent(tenant.ctx, {
    body: { type: "a.b", data: {} },
    text: '{"type":"a.b","data":{}}',
  });
  await waitFor("the new event", () => receiver.requests.some((request) => request.id === eventId));
  expect((await replayRow(id)).opened).toBeLessThan(300);
  await cancelReplay(tenant.ctx, { id: toPublicId("replay", id) });
});

test("an endpoint that is down does not hold up another of the same replay", async () => {
  await using receiver = await createReceiver();
  const tenant = await insertTenant();
  const [down, up] = [
    await insertEndpoint(tenant, { state: "paused" }),
    await insertEndpoint(tenant, { url: receiver.url }),
  ];
  await insertFailed(tenant, down.id, 30);
  await insertFailed(tenant, up.id, 30, { at: new Date() });
  const id = await startReplay(tenant, lastHour());
  await receiver.waitFor(30);
  expect(await replayRow(id)).toMatchObject({ status: "running", total: 60, opened: 30 });
  await cancelReplay(tenant.ctx, { id: toPublicId("replay", id) });
});

test("deliveries of days ago go out as fast as the endpoint takes them", async () => {
  await using receiver = await createReceiver();
  const { tenant, endpointId } = await failedTenant(0, { url: receiver.url, maxInFlight: 4 });
  const day = 86_400_000;
  await insertFailed(tenant, endpointId, 150, { at: new Date(Date.now() - 3 * day) });
  const id = await startReplay(tenant, lastHour({ since: new Date(Date.now() - 4 * day).toISOString() }));
  expect(await completed(id)).toMatchObject({ total: 150, delivered: 150 });
});

test("the sweep goes on with a replay whose wake-ups are gone", async () => {
  await using receiver = await createReceiver();
  const { tenant } = await failedTenant(40, { url: receiver.url, maxInFlight: 1 });
  const id = await startReplay(tenant);
  await pool().query("DELETE FROM pgboss.job WHERE name = 'replay' AND state = 'created'");
  await sweep(worker.lanes);
  await completed(id);
  expect(receiver.requests).toHaveLength(40);
});
