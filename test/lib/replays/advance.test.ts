import { afterAll, describe, expect, test } from "vitest";
import type { ReplayScope } from "#lib/contracts/replays.ts";
import { closeDatabases, pool } from "#lib/db.ts";
import { retryDelivery } from "#lib/deliveries/retry.ts";
import { toPublicId } from "#lib/ids.ts";
import { stopBoss } from "#lib/queue/boss.ts";
import { advanceReplay } from "#lib/replays/advance.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import {
  failedTenant,
  finishOpen,
  insertFailed,
  lastHour,
  replayRow,
  startReplay,
} from "#test/support/replay-rows.ts";
import { deliveriesOf, insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";

afterAll(async () => {
  await stopBoss();
  await closeDatabases();
});

async function statusesOf(tenant: TenantRows): Promise<string[]> {
  return (await deliveriesOf(tenant)).map(({ status }) => status);
}

async function wakeUpsOf(replayId: string): Promise<string[]> {
  const { rows } = await pool().query(
    "SELECT singleton_key FROM pgboss.job WHERE name = 'replay' AND state = 'created' AND data->>'replayId' = $1",
    [replayId],
  );
  return rows.map((row) => row.singleton_key);
}

describe("a step", () => {
  test("counts the scope, opens the failed and canceled ones, due at once, and has itself called again", async () => {
    const { tenant, endpointId } = await failedTenant(2);
    await insertFailed(tenant, endpointId, 1, { status: "canceled" });
    for (const status of ["delivered", "pending", "sending", "retrying"])
      await insertFailed(tenant, endpointId, 1, { status });
    const id = await startReplay(tenant);
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({
      status: "running",
      total: 3,
      opened: 3,
      skipped: 0,
      waiting: 3,
    });
    const { rows } = await pool().query(
      `SELECT status, next_attempt_at <= now() AS is_due, schedule_attempts, attempt_count FROM deliveries
        WHERE replay_id = $1`,
      [id],
    );
    expect(rows).toEqual(
      Array(3).fill({ status: "pending", is_due: true, schedule_attempts: 0, attempt_count: 3 }),
    );
    expect((await statusesOf(tenant)).toSorted()).toEqual(
      ["delivered", "pending", "pending", "pending", "pending", "retrying", "sending"].toSorted(),
    );
    expect(await wakeUpsOf(id)).toContain(`${id}:next`);
  });

  test("opens no more than the endpoint takes, oldest first, and goes on when that went out", async () => {
    const { tenant, endpointId, ids } = await failedTenant(20, { maxInFlight: 4 });
    const id = await startReplay(tenant);
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ total: 20, opened: 8 });
    const opened = (await deliveriesOf(tenant)).filter(({ status }) => status === "pending");
    expect(opened.map((row) => row.id)).toEqual(ids.slice(0, 8));

    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ opened: 8 });
    await finishOpen(endpointId, "delivered");
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ opened: 20, delivered: 8, waiting: 12 });
  });

  test("is completed when each was tried, and settled when none is under way any more", async () => {
    const { tenant, endpointId } = await failedTenant(3);
    const id = await startReplay(tenant);
    await advanceReplay(id);
    await finishOpen(endpointId, "retrying");
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ status: "completed", retrying: 3, settledAt: null });
    await pool().query(
      "UPDATE deliveries SET status = 'delivered', completed_at = now() WHERE replay_id = $1",
      [id],
    );
    await advanceReplay(id);
    const row = await replayRow(id);
    expect(row).toMatchObject({ status: "completed", retrying: 0, delivered: 3 });
    expect([row.settledAt, row.finishedAt]).toEqual([expect.any(Date), expect.any(Date)]);
  });

  test("of an empty scope completes at once", async () => {
    const { tenant } = await failedTenant(0);
    const id = await startReplay(tenant);
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({
      status: "completed",
      total: 0,
      opened: 0,
      settledAt: expect.any(Date),
    });
  });

  test("by many workers at once opens each delivery once", async () => {
    const { tenant } = await failedTenant(30, { maxInFlight: 100 });
    const id = await startReplay(tenant);
    await Promise.all([1, 2, 3, 4].map(() => advanceReplay(id)));
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ total: 30, opened: 30, waiting: 30 });
  });
});

describe("the scope", () => {
  test("is what stood there at the start: later failures and a second failure of its own are not in it", async () => {
    const { tenant, endpointId } = await failedTenant(2);
    const id = await startReplay(tenant);
    await insertFailed(tenant, endpointId, 1, { at: new Date(Date.now() + 5_000) });
    const event = await insertEvent(tenant);
    const late = await insertDelivery(tenant, {
      event,
      endpointId,
      status: "failed",
      at: new Date(Date.now() - 60_000),
    });
    await pool().query("UPDATE deliveries SET completed_at = now() WHERE id = $1", [late]);
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ total: 2, opened: 2 });
    await finishOpen(endpointId, "failed");
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ status: "completed", total: 2, opened: 2, failed: 2 });
  });

  test("leaves out what somebody resent meanwhile, and says so", async () => {
    const { tenant, ids } = await failedTenant(12, { maxInFlight: 2 });
    const id = await startReplay(tenant);
    await advanceReplay(id);
    await retryDelivery(tenant.ctx, { id: toPublicId("delivery", ids[11] ?? "") });
    for (let step = 0; step < 8; step += 1) {
      await finishOpen((await replayRow(id)).lanes[0]?.endpointId ?? "", "delivered");
      await advanceReplay(id);
    }
    const row = await replayRow(id);
    expect(row).toMatchObject({ status: "completed", total: 12, opened: 11, skipped: 1, delivered: 11 });
    expect(row.lanes).toMatchObject([{ skipped: 1, skippedReason: "changed" }]);
  });

  test.each<[string, Partial<ReplayScope>, number]>([
    ["event types", { eventTypes: ["b.c"] }, 1],
    ["states", { status: ["delivered", "retrying"] }, 2],
    ["an HTTP class", { responseStatus: "5xx" }, 1],
    ["kinds of error", { errorKind: ["timeout"] }, 1],
    ["a time range", { until: new Date(Date.now() - 1_800_000).toISOString() }, 1],
  ])("can be narrowed to %s", async (_name, scope, total) => {
    const { tenant, endpointId } = await failedTenant(0);
    await insertFailed(tenant, endpointId, 1, { type: "b.c" });
    await insertFailed(tenant, endpointId, 1, { status: "delivered", responseStatus: 200 });
    await insertFailed(tenant, endpointId, 1, { status: "retrying", errorKind: "dns" });
    await insertFailed(tenant, endpointId, 1, { responseStatus: 503, errorKind: "http_5xx" });
    await insertFailed(tenant, endpointId, 1, { errorKind: "timeout", at: new Date(Date.now() - 2_400_000) });
    const id = await startReplay(tenant, lastHour(scope));
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ total, opened: total });
  });

  test("can be narrowed to an endpoint or an application", async () => {
    const { tenant, endpoint } = await failedTenant(2);
    const applicationId = crypto.randomUUID();
    await pool().query(
      "INSERT INTO applications (id, tenant_id, uid, name) VALUES ($1, $2, 'acme', 'Acme')",
      [applicationId, tenant.tenantId],
    );
    const other = await insertEndpoint(tenant, { applicationId });
    await insertFailed(tenant, other.id, 1, { applicationId });
    const [byEndpoint, byApplication] = [
      await startReplay(tenant, lastHour({ endpoint })),
      await startReplay(tenant, lastHour({ application: "acme" })),
    ];
    await advanceReplay(byEndpoint);
    await advanceReplay(byApplication);
    expect([(await replayRow(byEndpoint)).opened, (await replayRow(byApplication)).opened]).toEqual([2, 1]);
  });

  test("never reaches into another tenant", async () => {
    const [mine, theirs] = [await failedTenant(1), await failedTenant(1)];
    await advanceReplay(await startReplay(mine.tenant));
    expect(await statusesOf(theirs.tenant)).toEqual(["failed"]);
  });
});

describe("an endpoint", () => {
  test("that is disabled or deleted is skipped and counted, also in the middle", async () => {
    const tenant = await insertTenant();
    const endpoints = [
      await insertEndpoint(tenant, { maxInFlight: 1 }),
      await insertEndpoint(tenant, { state: "disabled" }),
      await insertEndpoint(tenant),
    ];
    for (const { id } of endpoints) await insertFailed(tenant, id, 4);
    await pool().query("UPDATE endpoints SET deleted_at = now() WHERE id = $1", [endpoints[2]?.id]);
    const id = await startReplay(tenant);
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ total: 12, opened: 2, skipped: 8 });
    await pool().query("UPDATE endpoints SET state = 'disabled' WHERE id = $1", [endpoints[0]?.id]);
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ opened: 2, skipped: 10 });
    const reasons = (await replayRow(id)).lanes.map((lane) => [lane.endpointId, lane.skippedReason]);
    expect(Object.fromEntries(reasons)).toEqual({
      [endpoints[0]?.id ?? ""]: "disabled",
      [endpoints[1]?.id ?? ""]: "disabled",
      [endpoints[2]?.id ?? ""]: "deleted",
    });
  });

  test("that is paused, throttled or failing holds its own share back, and no other", async () => {
    const tenant = await insertTenant();
    const held = [
      await insertEndpoint(tenant, { state: "paused" }),
      await insertEndpoint(tenant),
      await insertEndpoint(tenant),
    ];
    const healthy = await insertEndpoint(tenant);
    for (const { id } of [...held, healthy]) await insertFailed(tenant, id, 2);
    const later = "now() + interval '1 h'";
    await pool().query(`UPDATE endpoint_health SET throttled_until = ${later} WHERE endpoint_id = $1`, [
      held[1]?.id,
    ]);
    await pool().query(`UPDATE endpoint_health SET open_until = ${later} WHERE endpoint_id = $1`, [
      held[2]?.id,
    ]);
    const id = await startReplay(tenant);
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ status: "running", total: 8, opened: 2 });
    await pool().query("UPDATE endpoint_health SET open_until = now() WHERE endpoint_id = $1", [held[2]?.id]);
    await advanceReplay(id);
    const probed = (await replayRow(id)).lanes.find((lane) => lane.endpointId === held[2]?.id);
    expect(probed).toMatchObject({ opened: 1, total: 2 });
  });

  test("with new events waiting gets those first", async () => {
    const { tenant, endpointId } = await failedTenant(40, { maxInFlight: 4 });
    const event = await insertEvent(tenant);
    for (let index = 0; index < 9; index += 1)
      await insertDelivery(tenant, { event, endpointId, status: "pending" });
    await pool().query(
      "UPDATE deliveries SET next_attempt_at = now() WHERE status = 'pending' AND endpoint_id = $1",
      [endpointId],
    );
    const id = await startReplay(tenant);
    await advanceReplay(id);
    expect(await replayRow(id)).toMatchObject({ total: 40, opened: 0 });
  });
});
