import { afterAll, beforeEach, expect, test } from "vitest";
import { watchAlerts } from "#lib/alerts/watch.ts";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { stopBoss } from "#lib/queue/boss.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";

let tenant: TenantRows;
let endpointId: string;

beforeEach(async () => {
  tenant = await insertTenant();
  endpointId = (await insertEndpoint(tenant)).id;
});

afterAll(async () => {
  await stopBoss();
  await closeDatabases();
});

async function health(columns: string): Promise<void> {
  await pool().query(`UPDATE endpoint_health SET ${columns} WHERE endpoint_id = $1`, [endpointId]);
}

const breaks = () => health("open_until = now() + interval '1 min', failing_since = now()");
const heals = () => health("open_until = NULL, failing_since = NULL, last_delivered_at = now()");

async function count({ delivered = 0, failed = 0 }): Promise<void> {
  await pool().query(
    `INSERT INTO stat_buckets (tenant_id, scope, scope_key, starts_at, delivered, failed, durations)
     VALUES ($1, 'endpoint', $2, date_bin('5 min', now(), 'epoch'), $3, $4, '{}')
     ON CONFLICT (tenant_id, scope, scope_key, starts_at) DO UPDATE SET
       delivered = stat_buckets.delivered + excluded.delivered, failed = stat_buckets.failed + excluded.failed`,
    [tenant.tenantId, endpointId, delivered, failed],
  );
}

async function anHourPasses(): Promise<void> {
  await pool().query(
    `UPDATE alert_watches SET failing_at = failing_at - interval '61 min', recovered_at = recovered_at - interval '61 min',
       disabled_at = disabled_at - interval '61 min', exhausted_at = exhausted_at - interval '61 min' WHERE endpoint_id = $1`,
    [endpointId],
  );
}

async function told(): Promise<[string, number][]> {
  await watchAlerts();
  await Promise.all([watchAlerts(), watchAlerts()]);
  const alerts = await prisma().alert.findMany({
    where: { tenantId: tenant.tenantId },
    orderBy: { id: "asc" },
  });
  return alerts.map(({ cause, count }) => [cause, count]);
}

test("an endpoint that fails, recovers and fails again is told of once an hour, and how often it failed", async () => {
  await breaks();
  expect(await told()).toEqual([["endpoint.failing", 1]]);
  await heals();
  const first = [
    ["endpoint.failing", 1],
    ["endpoint.recovered", 1],
  ];
  expect(await told()).toEqual(first);
  for (let round = 0; round < 2; round += 1) {
    await breaks();
    expect(await told()).toEqual(first);
    if (round === 0) await heals();
    expect(await told()).toEqual(first);
  }
  await anHourPasses();
  expect(await told()).toEqual([...first, ["endpoint.failing", 2]]);
});

test("what mends within the hour is told when the hour is over", async () => {
  await breaks();
  await told();
  await heals();
  await told();
  await anHourPasses();
  await breaks();
  await told();
  await heals();
  expect((await told()).map(([cause]) => cause)).toEqual([
    "endpoint.failing",
    "endpoint.recovered",
    "endpoint.failing",
    "endpoint.recovered",
  ]);
});

test("a share of failures over the threshold is told, below it not", async () => {
  await prisma().alertSettings.create({
    data: { tenantId: tenant.tenantId, failurePercent: 30, failureAttempts: 10, exhaustedCount: 1_000 },
  });
  await count({ delivered: 20, failed: 8 });
  expect(await told()).toEqual([]);
  await count({ failed: 1 });
  expect(await told()).toEqual([["endpoint.failing", 1]]);
});

test("deliveries given up are told with their number, those of the quiet hour when it is over", async () => {
  await count({ delivered: 100, failed: 3 });
  expect(await told()).toEqual([["delivery.exhausted", 3]]);
  await count({ failed: 2 });
  expect(await told()).toEqual([["delivery.exhausted", 3]]);
  await pool().query(
    "UPDATE alert_watches SET exhausted_at = exhausted_at - interval '60 min' WHERE endpoint_id = $1",
    [endpointId],
  );
  expect(await told()).toEqual([
    ["delivery.exhausted", 3],
    ["delivery.exhausted", 2],
  ]);
});

test.each(["gone", "failing"])("an endpoint disabled as %s is told of once", async (disabledReason) => {
  await prisma().endpoint.update({
    where: { id: endpointId },
    data: { state: "disabled", disabledReason, disabledAt: new Date() },
  });
  expect(await told()).toEqual([["endpoint.disabled", 1]]);
  await anHourPasses();
  expect(await told()).toEqual([["endpoint.disabled", 1]]);
});

test("what a member disabled is no alert", async () => {
  const data = { state: "disabled", disabledReason: "manual", disabledAt: new Date() } as const;
  await prisma().endpoint.update({ where: { id: endpointId }, data });
  expect(await told()).toEqual([]);
});

test("members of the chosen roles are e-mailed, with the page that explains it", async () => {
  for (const role of ["owner", "developer"] as const) {
    const user = { id: newId(), email: `${role}-${newId()}@example.com`, name: role };
    await prisma().member.create({
      data: { role, tenant: { connect: { id: tenant.tenantId } }, user: { create: user } },
    });
  }
  await prisma().alertSettings.create({ data: { tenantId: tenant.tenantId, emailRoles: ["developer"] } });
  await breaks();
  await told();
  const emails = await prisma().email.findMany({ where: { tenantId: tenant.tenantId } });
  expect(emails.map(({ recipient, subject }) => [recipient.split("-")[0], subject])).toEqual([
    ["developer", "Endpoint failing: http://127.0.0.1:9/closed"],
  ]);
});
