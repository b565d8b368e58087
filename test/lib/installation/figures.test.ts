import { afterEach, beforeEach, expect, test } from "vitest";
import { pool, prisma } from "#lib/db.ts";
import { countWaiting } from "#lib/installation/count-waiting.ts";
import { readFigures } from "#lib/installation/figures.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";

let tenant: TenantRows;
beforeEach(async () => {
  tenant = await insertTenant();
});
afterEach(() => pool().query("TRUNCATE deliveries, endpoints, installation_figures CASCADE"));

type Kind = { status?: string; dueSeconds?: number; count?: number };

/** Deliveries of an endpoint, due so many seconds ago. */
async function insertDeliveries(
  endpointId: string,
  { status = "pending", dueSeconds = 1, count = 1 }: Kind = {},
) {
  await pool().query(
    `INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, payload_format, status, next_attempt_at)
     SELECT uuidv7(), $1::uuid, $2::uuid, uuidv7(), 'a', $3::uuid, 'full', $4::delivery_status, now() - $5 * interval '1 s'
       FROM generate_series(1, $6)`,
    [tenant.tenantId, tenant.applicationId, endpointId, status, dueSeconds, count],
  );
}

const later = () => new Date(Date.now() + 60_000);

test("what waits is due, scheduled, or held where we are not to blame", async () => {
  const open = await insertEndpoint(tenant);
  await insertDeliveries(open.id, { dueSeconds: 30, count: 2 });
  await insertDeliveries(open.id, { status: "retrying", dueSeconds: -600 });
  await insertDeliveries(open.id, { status: "delivered", dueSeconds: 900 });
  const paused = await insertEndpoint(tenant, { state: "paused" });
  const throttled = await insertEndpoint(tenant);
  const broken = await insertEndpoint(tenant);
  const full = await insertEndpoint(tenant, { maxInFlight: 1 });
  const slow = await insertEndpoint(tenant, { rateLimit: 1 });
  await insertDeliveries(full.id, { status: "sending" });
  const { endpointHealth } = prisma();
  const note = (endpointId: string, data: Parameters<typeof endpointHealth.update>[0]["data"]) =>
    endpointHealth.update({ where: { endpointId }, data });
  await note(throttled.id, { throttledUntil: later() });
  await note(broken.id, { openUntil: later() });
  await note(slow.id, { rateTokens: -600, rateFilledAt: new Date() });
  for (const { id } of [paused, throttled, broken, full, slow])
    await insertDeliveries(id, { dueSeconds: 3_600 });

  const { figures } = await readFigures();
  expect(figures.waiting).toMatchObject({ due: 2, held: 5, scheduled: 1, isEstimated: false });
  expect(Math.round(figures.waiting.oldestDueSeconds)).toBe(30);
  expect(figures.sending).toBe(1);
  expect(figures.endpoints).toEqual({ enabled: 5, paused: 1, disabled: 0 });
  expect(figures.resting).toEqual({ breaker: 1, throttled: 1 });
});

test("above 100,000 their number is the last autovacuum's, and the oldest is still found on its own lane", async () => {
  const [long, other] = [await insertEndpoint(tenant), await insertEndpoint(tenant)];
  await insertDeliveries(long.id, { count: 120_000 });
  await insertDeliveries(other.id, { dueSeconds: 60 });
  await pool().query("VACUUM ANALYZE deliveries");
  const waiting = await countWaiting(pool());
  expect(waiting).toMatchObject({ held: 0, scheduled: 0, isEstimated: true });
  expect(waiting.due).toBeGreaterThan(110_000);
  expect(waiting.due).toBeLessThan(130_000);
  expect(Math.round(waiting.oldestDueSeconds / 10)).toBe(6);
});

test("figures are kept for ten seconds and then measured once, however many ask", async () => {
  const first = await readFigures();
  const { id } = await insertEndpoint(tenant);
  await insertDeliveries(id, { dueSeconds: 5 });
  expect((await readFigures()).figures).toEqual(first.figures);
  await pool().query("UPDATE installation_figures SET measured_at = now() - interval '11 s'");
  const all = await Promise.all(Array.from({ length: 4 }, () => readFigures()));
  expect(all.map(({ figures }) => figures.waiting.due)).toEqual([1, 1, 1, 1]);
  expect(new Set(all.map(({ figures }) => figures.waiting.oldestDueSeconds)).size).toBe(1);
});

test("when measuring takes too long the last figures stand, and say how old they are", async () => {
  await readFigures();
  await pool().query("UPDATE installation_figures SET measured_at = now() - interval '60 s'");
  const holder = await pool().connect();
  await holder.query("SELECT pg_advisory_lock(hashtext('posthorn figures'))");
  const { ageSeconds } = await readFigures();
  expect(Math.floor(ageSeconds / 10)).toBe(6);
  holder.release(true);
});
