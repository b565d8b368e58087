import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { replayEvent } from "#lib/events/replay.ts";
import { newId, toPublicId } from "#lib/ids.ts";
import { stopBoss } from "#lib/queue/boss.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { deliveriesOf, insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";
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

/** An event delivered to one endpoint, with a second endpoint that it was never for. */
async function delivered() {
  const tenant = await insertTenant();
  const event = await insertEvent(tenant);
  const [first, second] = [
    await insertEndpoint(tenant),
    await insertEndpoint(tenant, { payloadFormat: "data" }),
  ];
  const deliveryId = await insertDelivery(tenant, { event, endpointId: first.id });
  return { tenant, event, id: toPublicId("event", event.id), first: first.id, second: second.id, deliveryId };
}

const endpointIds = (...ids: string[]) => ids.map((id) => toPublicId("endpoint", id));

async function statesOf(tenant: TenantRows): Promise<Record<string, string>> {
  return Object.fromEntries((await deliveriesOf(tenant)).map((row) => [row.endpoint_id, row.status]));
}

async function wokenAmong(ids: readonly string[]): Promise<string[]> {
  const counts = await wakeUps.of(...ids);
  return ids.filter((_, index) => counts[index] !== 0).toSorted();
}

describe("a replay of an event", () => {
  test("re-opens its deliveries and makes none for endpoints it was never for", async () => {
    const { tenant, id, first, second, deliveryId } = await delivered();
    expect(await replayEvent(tenant.ctx, { id })).toEqual({
      deliveries: [toPublicId("delivery", deliveryId)],
    });
    expect(await statesOf(tenant)).toEqual({ [first]: "pending" });
    expect(await wokenAmong([first, second])).toEqual([first]);
  });

  test("to endpoints given re-opens theirs and creates the missing, due now", async () => {
    const { tenant, event, id, first, second } = await delivered();
    const { deliveries } = await replayEvent(tenant.ctx, {
      id,
      endpoints: endpointIds(first, second, second),
    });
    expect(deliveries).toHaveLength(2);
    expect(await statesOf(tenant)).toEqual({ [first]: "pending", [second]: "pending" });
    expect(await wokenAmong([first, second])).toEqual([first, second].toSorted());
    const { rows } = await pool().query(
      "SELECT *, next_attempt_at <= now() AS is_due FROM deliveries WHERE endpoint_id = $1",
      [second],
    );
    expect(rows).toMatchObject([
      { event_id: event.id, event_type: event.type, payload_format: "data", attempt_count: 0, is_due: true },
    ]);
  });

  test("to one endpoint leaves the others alone", async () => {
    const { tenant, id, first, second } = await delivered();
    await replayEvent(tenant.ctx, { id, endpoints: endpointIds(second) });
    expect(await statesOf(tenant)).toEqual({ [first]: "delivered", [second]: "pending" });
  });

  test("leaves what is being sent alone", async () => {
    const { tenant, event, id, first, second } = await delivered();
    await insertDelivery(tenant, { event, endpointId: second, status: "sending" });
    expect((await replayEvent(tenant.ctx, { id })).deliveries).toHaveLength(1);
    expect(await statesOf(tenant)).toEqual({ [first]: "pending", [second]: "sending" });
    const toSending = replayEvent(tenant.ctx, { id, endpoints: endpointIds(second) });
    await expect(toSending).rejects.toMatchObject({ code: "conflict" });
  });

  test("passes over disabled and deleted endpoints, and reaches paused ones", async () => {
    const { tenant, event, id, first } = await delivered();
    const states = ["paused", "disabled"] as const;
    const [paused, disabled] = await Promise.all(states.map((state) => insertEndpoint(tenant, { state })));
    for (const endpoint of [paused, disabled])
      await insertDelivery(tenant, { event, endpointId: endpoint?.id ?? "", status: "failed" });
    await pool().query("UPDATE endpoints SET deleted_at = now() WHERE id = $1", [first]);
    await replayEvent(tenant.ctx, { id });
    expect(await statesOf(tenant)).toEqual({
      [first]: "delivered",
      [paused?.id ?? ""]: "pending",
      [disabled?.id ?? ""]: "failed",
    });
    const toDisabled = replayEvent(tenant.ctx, { id, endpoints: endpointIds(disabled?.id ?? "") });
    await expect(toDisabled).rejects.toMatchObject({ code: "conflict" });
  });

  test("with nowhere to go is refused with the reason", async () => {
    const tenant = await insertTenant();
    const event = await insertEvent(tenant);
    const replaying = replayEvent(tenant.ctx, { id: toPublicId("event", event.id) });
    await expect(replaying).rejects.toMatchObject({
      code: "conflict",
      detail: expect.stringContaining("None of the endpoints"),
    });
  });

  test("waits until the event has been handed to its endpoints", async () => {
    const tenant = await insertTenant();
    await insertEndpoint(tenant);
    const event = await insertEvent(tenant, { isFannedOut: false });
    const replaying = replayEvent(tenant.ctx, { id: toPublicId("event", event.id) });
    await expect(replaying).rejects.toMatchObject({ code: "conflict" });
  });

  test("twice at once creates one delivery for an endpoint", async () => {
    const { tenant, id, second } = await delivered();
    const endpoints = endpointIds(second);
    await Promise.all([1, 2, 3, 4].map(() => replayEvent(tenant.ctx, { id, endpoints })));
    expect((await deliveriesOf(tenant)).filter((row) => row.endpoint_id === second)).toHaveLength(1);
  });

  test("to an endpoint of another application or tenant, or to none, is 404 and does nothing", async () => {
    const { tenant, id, first } = await delivered();
    const applicationId = newId();
    await pool().query("INSERT INTO applications (id, tenant_id, uid, name) VALUES ($1, $2, 'x', 'X')", [
      applicationId,
      tenant.tenantId,
    ]);
    const otherApplication = await insertEndpoint(tenant, { applicationId });
    const otherTenant = await insertEndpoint(await insertTenant());
    for (const endpoint of [otherApplication.id, otherTenant.id, newId()]) {
      const replaying = replayEvent(tenant.ctx, { id, endpoints: endpointIds(first, endpoint) });
      await expect(replaying).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await statesOf(tenant)).toEqual({ [first]: "delivered" });
  });

  test("of another tenant's event is 404", async () => {
    const { id } = await delivered();
    const { ctx } = await insertTenant();
    await expect(replayEvent(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("is in the audit log with how many deliveries it opened", async () => {
    const { tenant, id } = await delivered();
    await replayEvent(tenant.ctx, { id });
    const entry = await prisma().auditEntry.findFirstOrThrow({ where: { tenantId: tenant.tenantId } });
    expect(entry).toMatchObject({ action: "event.replayed", targetId: id, details: { deliveries: 1 } });
  });
});
