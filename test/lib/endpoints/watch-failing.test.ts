import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { watchAlerts } from "#lib/alerts/watch.ts";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { watchFailingEndpoints } from "#lib/endpoints/watch-failing.ts";
import { newId } from "#lib/ids.ts";
import { stopBoss } from "#lib/queue/boss.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";

let tenant: TenantRows;

beforeEach(async () => {
  tenant = await insertTenant();
  for (const role of ["owner", "admin", "viewer"] as const) {
    const user = { id: newId(), email: `${role}-${newId()}@example.com`, name: role };
    await prisma().member.create({
      data: { role, tenant: { connect: { id: tenant.tenantId } }, user: { create: user } },
    });
  }
});

afterAll(async () => {
  await stopBoss();
  await closeDatabases();
});

async function failingFor(hours: number) {
  const endpoint = await insertEndpoint(tenant);
  await fail(endpoint.id, hours);
  return endpoint.id;
}

async function fail(endpointId: string, hours: number) {
  await pool().query(
    "UPDATE endpoint_health SET failing_since = now() - $2 * interval '1 h', last_failure = 'connection refused' WHERE endpoint_id = $1",
    [endpointId, hours],
  );
}

async function emails(): Promise<string[]> {
  const found = await prisma().email.findMany({ where: { tenantId: tenant.tenantId } });
  return found.map((email) => `${email.recipient.split("-")[0]}: ${email.subject.split(":")[0]}`).sort();
}

describe("an endpoint that fails without one success for five days", () => {
  test.each([
    [59, 0, []],
    [61, 50, ["admin: Endpoint failing", "owner: Endpoint failing"]],
    [109, 90, ["admin: Endpoint failing", "owner: Endpoint failing"]],
  ])("is left alone or warned about after %d h: %d %%", async (hours, percent, expected) => {
    const endpointId = await failingFor(hours);
    await watchFailingEndpoints();
    await watchFailingEndpoints();
    expect(await emails()).toEqual(expected);
    expect(await prisma().endpointHealth.findUnique({ where: { endpointId } })).toMatchObject({
      warnedPercent: percent,
    });
    expect(await prisma().endpoint.findUnique({ where: { id: endpointId } })).toMatchObject({
      state: "enabled",
    });
  });

  test("is disabled with its reason, audited, and its owners and admins told once", async () => {
    const endpointId = await failingFor(121);
    await watchFailingEndpoints();
    await watchFailingEndpoints();
    expect(await prisma().endpoint.findUnique({ where: { id: endpointId } })).toMatchObject({
      state: "disabled",
      disabledReason: "failing",
    });
    await watchAlerts();
    await watchAlerts();
    expect(await emails()).toEqual(["admin: Endpoint disabled", "owner: Endpoint disabled"]);
    expect(
      await prisma().auditEntry.count({ where: { tenantId: tenant.tenantId, action: "endpoint.disabled" } }),
    ).toBe(1);
  });

  test("is warned again at 90 % after the warning at 50 %", async () => {
    const endpointId = await failingFor(61);
    await watchFailingEndpoints();
    await fail(endpointId, 110);
    await watchFailingEndpoints();
    expect(await emails()).toHaveLength(4);
  });
});
