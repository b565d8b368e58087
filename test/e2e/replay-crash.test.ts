import { afterAll, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { toPublicId } from "#lib/ids.ts";
import { stopBoss } from "#lib/queue/boss.ts";
import { startWorker } from "#test/support/app-server.ts";
import { createReceiver } from "#test/support/receiver.ts";
import { failedTenant, replayRow, startReplay } from "#test/support/replay-rows.ts";
import { attemptsOf, deliveriesOf } from "#test/support/rows.ts";
import { waitFor } from "#test/support/wait-for.ts";

const env = { POSTHORN_LEASE_MS: "3000", POSTHORN_ATTEMPT_TIMEOUT_MS: "2000" };
const count = 120;
const maxInFlight = 4;

afterAll(async () => {
  await stopBoss();
  await closeDatabases();
});

test("a replay whose workers are killed twice goes on where it was: nothing is lost, nothing is opened twice", async () => {
  await using receiver = await createReceiver(() => ({ delayMs: 20 }));
  const { tenant } = await failedTenant(count, { url: receiver.url, maxInFlight });
  const id = await startReplay(tenant);
  for (const seen of [10, 50]) {
    const worker = startWorker({ env });
    await receiver.waitFor(seen, 60_000);
    await worker.kill("SIGKILL");
  }
  const worker = startWorker({ env });
  const row = await waitFor(
    "the replay to complete",
    async () => {
      const now = await replayRow(id);
      return now.settledAt ? now : undefined;
    },
    { timeoutMs: 60_000 },
  );
  await worker.stop();
  expect(row).toMatchObject({
    status: "completed",
    total: count,
    opened: count,
    skipped: 0,
    delivered: count,
  });

  const deliveries = await deliveriesOf(tenant);
  const sent = new Set(receiver.requests.map((request) => request.id));
  expect([...sent].toSorted()).toEqual(
    deliveries.map((delivery) => toPublicId("event", delivery.event_id)).toSorted(),
  );
  const again = receiver.requests.length - count;
  expect(again).toBeLessThanOrEqual(2 * maxInFlight);
  for (const delivery of deliveries) {
    const numbers = (await attemptsOf(delivery.id)).map((attempt) => attempt.number);
    // Three attempts were made before the replay, without a row in this test.
    expect(numbers).toEqual(numbers.map((_, place) => place + 4));
  }
});
