import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliveryStatuses } from "#lib/contracts/deliveries.ts";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { cancelDelivery } from "#lib/deliveries/cancel.ts";
import { retryDelivery } from "#lib/deliveries/retry.ts";
import { toPublicId } from "#lib/ids.ts";
import { stopBoss } from "#lib/queue/boss.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant } from "#test/support/rows.ts";
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

type State = Parameters<typeof insertEndpoint>[1];

async function deliveryIn(status: string, endpoint: State = {}) {
  const tenant = await insertTenant();
  const { id: endpointId } = await insertEndpoint(tenant, endpoint);
  const uuid = await insertDelivery(tenant, {
    event: await insertEvent(tenant),
    endpointId,
    status,
    attemptCount: 4,
    scheduleAttempts: 4,
    responseStatus: 500,
    errorKind: "http_5xx",
  });
  return { tenant, endpointId, uuid, id: toPublicId("delivery", uuid) };
}

async function rowOf(uuid: string) {
  const { rows } = await pool().query(
    "SELECT *, next_attempt_at <= now() AS is_due FROM deliveries WHERE id = $1",
    [uuid],
  );
  return rows[0];
}

async function wakeUpsOf(endpointId: string): Promise<number> {
  const [count = 0] = await wakeUps.of(endpointId);
  return count;
}

describe("a resend", () => {
  test.each(deliveryStatuses.filter((status) => status !== "sending"))(
    "of a %s delivery makes it due now with its schedule anew, and wakes its lane",
    async (status) => {
      const { tenant, endpointId, uuid, id } = await deliveryIn(status);
      const answer = await retryDelivery(tenant.ctx, { id });
      expect(answer).toMatchObject({
        id,
        status: "pending",
        attemptCount: 4,
        scheduleAttempts: 0,
        completedAt: null,
      });
      expect(await rowOf(uuid)).toMatchObject({
        status: "pending",
        is_due: true,
        schedule_attempts: 0,
        crash_count: 0,
        completed_at: null,
        lease_token: null,
        lease_until: null,
      });
      expect(await wakeUpsOf(endpointId)).toBe(1);
    },
  );

  test("is refused while the delivery is being sent, which stays untouched", async () => {
    const { tenant, endpointId, uuid, id } = await deliveryIn("sending");
    const before = await rowOf(uuid);
    await expect(retryDelivery(tenant.ctx, { id })).rejects.toMatchObject({ code: "conflict" });
    expect(await rowOf(uuid)).toEqual(before);
    expect(await wakeUpsOf(endpointId)).toBe(0);
  });

  test("to a paused endpoint waits there", async () => {
    const { tenant, id } = await deliveryIn("failed", { state: "paused" });
    expect(await retryDelivery(tenant.ctx, { id })).toMatchObject({ status: "pending" });
  });

  test("to a disabled or deleted endpoint is refused with the reason", async () => {
    const disabled = await deliveryIn("failed", { state: "disabled" });
    await expect(retryDelivery(disabled.tenant.ctx, { id: disabled.id })).rejects.toMatchObject({
      code: "conflict",
      detail: expect.stringContaining("is disabled; enable it"),
    });
    const deleted = await deliveryIn("failed");
    await pool().query("UPDATE endpoints SET deleted_at = now() WHERE id = $1", [deleted.endpointId]);
    await expect(retryDelivery(deleted.tenant.ctx, { id: deleted.id })).rejects.toMatchObject({
      code: "conflict",
      detail: expect.stringContaining("is deleted"),
    });
    expect((await rowOf(deleted.uuid)).status).toBe("failed");
  });

  test("twice at once is one waiting delivery", async () => {
    const { tenant, uuid, id } = await deliveryIn("failed");
    await Promise.all([1, 2, 3].map(() => retryDelivery(tenant.ctx, { id })));
    expect((await rowOf(uuid)).status).toBe("pending");
  });

  test("waits for the endpoint to be disabled by somebody else, and is refused then", async () => {
    const { tenant, endpointId, uuid, id } = await deliveryIn("failed");
    const other = await pool().connect();
    await other.query("BEGIN");
    await other.query("UPDATE endpoints SET state = 'disabled' WHERE id = $1", [endpointId]);
    const refusal = retryDelivery(tenant.ctx, { id }).catch((error) => error);
    await waitFor("the resend to wait for the endpoint", async () => {
      const { rowCount } = await pool().query(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      return rowCount;
    });
    await other.query("COMMIT");
    other.release();
    expect(await refusal).toMatchObject({ code: "conflict" });
    expect((await rowOf(uuid)).status).toBe("failed");
  });

  test("of another tenant's delivery is the same 404 as of none", async () => {
    const { id } = await deliveryIn("failed");
    const { ctx } = await insertTenant();
    const foreign = await retryDelivery(ctx, { id }).catch((error) => error);
    const missing = await retryDelivery(ctx, { id: toPublicId("delivery", ctx.tenantId) }).catch(
      (error) => error,
    );
    expect(foreign).toMatchObject({ code: "not_found" });
    expect({ ...foreign }).toEqual({ ...missing });
  });

  test("is in the audit log with what the delivery was before", async () => {
    const { tenant, id } = await deliveryIn("failed", { url: "https://a.example/hook" });
    await retryDelivery(tenant.ctx, { id });
    expect(
      await prisma().auditEntry.findFirstOrThrow({ where: { tenantId: tenant.tenantId } }),
    ).toMatchObject({
      action: "delivery.resent",
      targetId: id,
      targetLabel: "invoice.paid to https://a.example/hook",
      details: { from: "failed" },
    });
  });
});

describe("canceling", () => {
  test.each(["pending", "retrying"])("a %s delivery ends it", async (status) => {
    const { tenant, uuid, id } = await deliveryIn(status);
    expect(await cancelDelivery(tenant.ctx, { id })).toMatchObject({
      id,
      status: "canceled",
      nextAttemptAt: null,
    });
    expect(await rowOf(uuid)).toMatchObject({ status: "canceled", completed_at: expect.any(Date) });
    const entry = await prisma().auditEntry.findFirstOrThrow({ where: { tenantId: tenant.tenantId } });
    expect(entry).toMatchObject({ action: "delivery.canceled", details: { from: status } });
  });

  test.each([
    ["sending", "is being sent right now"],
    ["delivered", "has been delivered already"],
    ["failed", "has failed for good"],
    ["canceled", "is canceled already"],
  ])("a %s delivery is refused with the reason", async (status, reason) => {
    const { tenant, uuid, id } = await deliveryIn(status);
    await expect(cancelDelivery(tenant.ctx, { id })).rejects.toMatchObject({
      code: "conflict",
      detail: expect.stringContaining(reason),
    });
    expect((await rowOf(uuid)).status).toBe(status);
  });

  test("another tenant's delivery is 404", async () => {
    const { uuid, id } = await deliveryIn("pending");
    const { ctx } = await insertTenant();
    await expect(cancelDelivery(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    expect((await rowOf(uuid)).status).toBe("pending");
  });
});
