import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DeliveryStatus } from "#lib/contracts/deliveries.ts";
import { mostSelected, type SelectionAnswer } from "#lib/contracts/selected-deliveries.ts";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { cancelDeliveries } from "#lib/deliveries/cancel.ts";
import { retryDeliveries } from "#lib/deliveries/retry.ts";
import { newId, toPublicId } from "#lib/ids.ts";
import { stopBoss } from "#lib/queue/boss.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";
import { createTenantForTest } from "#test/support/tenant.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { hearWakeUps, type WakeUps } from "#test/support/wake-ups.ts";

let wakeUps: WakeUps;
beforeAll(async () => {
  wakeUps = await hearWakeUps();
});
afterAll(async () => {
  await wakeUps.stop();
  await stopBoss();
  await closeDatabases();
});

type Endpoint = Parameters<typeof insertEndpoint>[1];

/** A delivery to an endpoint of its own; answers its public id. */
async function deliveryIn(tenant: TenantRows, status: DeliveryStatus, endpoint: Endpoint = {}) {
  const { id: endpointId } = await insertEndpoint(tenant, endpoint);
  const event = await insertEvent(tenant);
  const uuid = await insertDelivery(tenant, { event, endpointId, status, attemptCount: 3 });
  return { id: toPublicId("delivery", uuid), uuid, endpointId };
}

async function statusesOf(...uuids: string[]): Promise<string[]> {
  const { rows } = await pool().query<{ status: string }>(
    "SELECT status FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place) JOIN deliveries USING (id) ORDER BY place",
    [uuids],
  );
  return rows.map(({ status }) => status);
}

/** Of each answer the state it tells, or the code and words of its refusal. */
const toldBy = ({ data }: SelectionAnswer) =>
  data.map((item) => ("error" in item ? `${item.error.code}: ${item.error.detail}` : item.status));

describe("resending a selection", () => {
  test("makes each due now and wakes its lane; who cannot be resent keeps none back and says why", async () => {
    const tenant = await insertTenant();
    const failed = await deliveryIn(tenant, "failed");
    const sending = await deliveryIn(tenant, "sending");
    const disabled = await deliveryIn(tenant, "failed", { state: "disabled", url: "https://a.example/off" });
    const delivered = await deliveryIn(tenant, "delivered");
    const missing = toPublicId("delivery", newId());
    const ids = [failed.id, sending.id, disabled.id, missing, delivered.id];

    const answer = await retryDeliveries(tenant.ctx, { ids });

    expect(answer.data.map(({ id }) => id)).toEqual(ids);
    expect(toldBy(answer)).toEqual([
      "pending",
      "conflict: This delivery is being sent right now.",
      "conflict: The endpoint https://a.example/off is disabled; enable it to send to it again.",
      "not_found: No such delivery.",
      "pending",
    ]);
    expect(await statusesOf(failed.uuid, sending.uuid, disabled.uuid, delivered.uuid)).toEqual([
      "pending",
      "sending",
      "failed",
      "pending",
    ]);
    expect(await wakeUps.of(failed.endpointId, disabled.endpointId)).toEqual([1, 0]);
  });

  test("of another tenant is as of none, and changes nothing there", async () => {
    const foreign = await deliveryIn(await insertTenant(), "failed");
    const { ctx } = await insertTenant();
    const missing = toPublicId("delivery", newId());
    const answer = await retryDeliveries(ctx, { ids: [foreign.id, missing] });
    expect(toldBy(answer)).toEqual(["not_found: No such delivery.", "not_found: No such delivery."]);
    expect(await statusesOf(foreign.uuid)).toEqual(["failed"]);
  });

  test("is in the audit log for each that was resent, and for none other", async () => {
    const tenant = await insertTenant();
    const failed = await deliveryIn(tenant, "failed");
    const sending = await deliveryIn(tenant, "sending");
    await retryDeliveries(tenant.ctx, { ids: [failed.id, failed.id, sending.id] });
    const entries = await prisma().auditEntry.findMany({ where: { tenantId: tenant.tenantId } });
    expect(entries).toMatchObject([
      { action: "delivery.resent", targetId: failed.id, details: { from: "failed" } },
    ]);
  });

  test("twice at once in opposite orders waits its turn instead of locking each other out", async () => {
    const tenant = await insertTenant();
    const made = await Promise.all([1, 2, 3, 4].map(() => deliveryIn(tenant, "failed")));
    const ids = made.map(({ id }) => id);
    const answers = await Promise.all(
      [ids, ids.toReversed(), ids, ids.toReversed()].map((each) =>
        retryDeliveries(tenant.ctx, { ids: each }),
      ),
    );
    expect(answers.flatMap(toldBy)).toEqual(Array(16).fill("pending"));
  });

  test("does not wait for what a worker settles, and calls it being sent", async () => {
    const tenant = await insertTenant();
    const sending = await deliveryIn(tenant, "sending");
    const failed = await deliveryIn(tenant, "failed");
    const worker = await pool().connect();
    await worker.query("BEGIN");
    await worker.query("UPDATE deliveries SET status = 'delivered' WHERE id = $1", [sending.uuid]);
    const answer = await retryDeliveries(tenant.ctx, { ids: [sending.id, failed.id] });
    await worker.query("ROLLBACK");
    worker.release();
    expect(toldBy(answer)).toEqual(["conflict: This delivery is being sent right now.", "pending"]);
  });

  test("waits for one that a worker claims, and leaves it to the worker", async () => {
    const tenant = await insertTenant();
    const retrying = await deliveryIn(tenant, "retrying");
    const worker = await pool().connect();
    await worker.query("BEGIN");
    await worker.query("UPDATE deliveries SET status = 'sending' WHERE id = $1", [retrying.uuid]);
    const answer = retryDeliveries(tenant.ctx, { ids: [retrying.id] });
    await waitFor("the resend to wait for the worker", async () => {
      const { rowCount } = await pool().query(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      return rowCount;
    });
    await worker.query("COMMIT");
    worker.release();
    expect(toldBy(await answer)).toEqual(["conflict: This delivery is being sent right now."]);
    expect(await statusesOf(retrying.uuid)).toEqual(["sending"]);
  });
});

describe("canceling a selection", () => {
  test("ends what still waits; each of the others says what it is instead", async () => {
    const tenant = await insertTenant();
    const states = ["pending", "retrying", "sending", "delivered", "failed", "canceled"] as const;
    const made = await Promise.all(states.map((status) => deliveryIn(tenant, status)));
    const answer = await cancelDeliveries(tenant.ctx, { ids: made.map(({ id }) => id) });
    expect(toldBy(answer)).toEqual([
      "canceled",
      "canceled",
      expect.stringContaining("is being sent right now"),
      expect.stringContaining("has been delivered already"),
      expect.stringContaining("has failed for good"),
      expect.stringContaining("is canceled already"),
    ]);
    const after = ["canceled", "canceled", "sending", "delivered", "failed", "canceled"];
    expect(await statusesOf(...made.map(({ uuid }) => uuid))).toEqual(after);
    const entries = await prisma().auditEntry.findMany({ where: { tenantId: tenant.tenantId } });
    expect(entries.map(({ action, details }) => [action, details]).sort()).toEqual([
      ["delivery.canceled", { from: "pending" }],
      ["delivery.canceled", { from: "retrying" }],
    ]);
  });
});

describe("over the API", () => {
  async function failedOnes(count: number) {
    const tenant = await createTenantForTest();
    const { id: applicationId } = await prisma().application.findFirstOrThrow({
      where: { tenantId: tenant.tenantId },
    });
    const rows = { ...tenant, applicationId };
    const made = await Promise.all(Array.from({ length: count }, () => deliveryIn(rows, "failed")));
    return { tenant, made, ids: made.map(({ id }) => id) };
  }

  test("the same key again answers the same and resends nothing twice", async () => {
    const { tenant, made, ids } = await failedOnes(2);
    const key = { "idempotency-key": "selection" };
    const first = await tenant.request("POST", "/deliveries/retry", { ids }, key);
    await pool().query("UPDATE deliveries SET status = 'delivered' WHERE tenant_id = $1", [tenant.tenantId]);
    const again = await tenant.request("POST", "/deliveries/retry", { ids }, key);
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.body).toEqual(first.body);
    expect(await statusesOf(...made.map(({ uuid }) => uuid))).toEqual(["delivered", "delivered"]);
    const other = await tenant.request("POST", "/deliveries/retry", { ids: ids.slice(1) }, key);
    expect([other.status, other.body.code]).toEqual([422, "idempotency_key_reused"]);
  });

  test("takes as many as it says, and neither more nor none", async () => {
    const { tenant, ids } = await failedOnes(1);
    const most = Array.from({ length: mostSelected }, (_, n) => ids[n] ?? toPublicId("delivery", newId()));
    for (const path of ["/deliveries/retry", "/deliveries/cancel"]) {
      expect((await tenant.request("POST", path, { ids: most })).status).toBe(202);
      const tooMany = [...most, toPublicId("delivery", newId())];
      expect((await tenant.request("POST", path, { ids: tooMany })).status).toBe(422);
      expect((await tenant.request("POST", path, { ids: [] })).status).toBe(422);
    }
  });
});
