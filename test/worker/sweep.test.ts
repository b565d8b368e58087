import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { acceptEvent } from "#lib/events/accept.ts";
import { newId } from "#lib/ids.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import {
  attemptsOf,
  deliveriesOf,
  insertEndpoint,
  insertTenant,
  type TenantRows,
} from "#test/support/rows.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { sweep } from "#worker/sweep.ts";

let worker: RunningWorker;
let receiver: Receiver;
let tenant: TenantRows;

beforeAll(async () => {
  worker = await runWorker();
});

beforeEach(async () => {
  receiver = await createReceiver();
  tenant = await insertTenant();
});

afterEach(() => receiver.close());

afterAll(async () => {
  await worker.stop();
  await closeDatabases();
});

function post() {
  return acceptEvent(tenant.ctx, {
    body: { type: "invoice.paid", data: {} },
    text: '{"type":"invoice.paid","data":{}}',
  });
}

function settled(...statuses: string[]) {
  return waitFor(`deliveries ${statuses}`, async () => {
    const found = await deliveriesOf(tenant);
    return JSON.stringify(found.map((delivery) => delivery.status)) === JSON.stringify(statuses) && found;
  });
}

describe("the sweep", () => {
  test("delivers what the queue lost: truncating every job loses nothing", async () => {
    const endpoint = await insertEndpoint(tenant, { url: receiver.url, state: "paused" });
    await post();
    await pool().query("DELETE FROM pgboss.job WHERE name = 'lane-later'");
    await prisma().endpoint.update({ where: { id: endpoint.id }, data: { state: "enabled" } });
    await sweep(worker.lanes);
    await settled("delivered");
  });

  test("takes a delivery back whose worker died, records the attempt as unknown and spends nothing of the schedule", async () => {
    await insertEndpoint(tenant, { url: receiver.url, state: "paused" });
    await post();
    const [delivery] = await deliveriesOf(tenant);
    await pool().query(
      `UPDATE deliveries SET status = 'sending', attempt_count = 1, attempt_started_at = now(), lease_token = $2,
              lease_until = now() - interval '1 s' WHERE id = $1`,
      [delivery?.id, newId()],
    );
    await sweep(worker.lanes);
    await prisma().endpoint.updateMany({ where: { tenantId: tenant.tenantId }, data: { state: "enabled" } });
    await sweep(worker.lanes);
    const [after] = await settled("delivered");
    expect(after).toMatchObject({ attempt_count: 2, schedule_attempts: 1 });
    const attempts = await attemptsOf(delivery?.id ?? "");
    expect(attempts.map((attempt) => [attempt.number, attempt.error_kind])).toEqual([
      [1, "unknown"],
      [2, null],
    ]);
  });

  test("lets a late result of a lost lease go on its attempt row alone", async () => {
    await insertEndpoint(tenant, { url: receiver.url, maxInFlight: 1 });
    receiver.answerAll((_, call) => ({
      delayMs: call === 1 ? 400 : 0,
      body: call === 1 ? "late" : "second",
    }));
    await post();
    await receiver.next();
    await pool().query("UPDATE deliveries SET lease_until = now() - interval '1 s' WHERE tenant_id = $1", [
      tenant.tenantId,
    ]);
    await sweep(worker.lanes);
    await receiver.next();
    const [delivery] = await settled("delivered");
    const attempts = await waitFor("the late answer to be recorded", async () => {
      const all = await attemptsOf(delivery?.id ?? "");
      return all.every((attempt) => attempt.error_kind === null) && all;
    });
    expect(attempts.map((attempt) => [attempt.number, attempt.response_body?.toString()])).toEqual([
      [1, "late"],
      [2, "second"],
    ]);
  });
});
