import { beforeAll, expect, test } from "vitest";
import type { AuditEntry } from "#lib/contracts/audit-log.ts";
import { pool } from "#lib/db.ts";
import { requireCidr } from "#lib/delivery/cidr.ts";
import { env } from "#lib/env.ts";
import { createTenantForTest, type Requester, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
let admin: Requester;
beforeAll(async () => {
  env().trustedProxies = [requireCidr("10.0.0.0/8")];
  tenant = await createTenantForTest();
  await tenant.request("POST", "/event-types", { name: "invoice.paid" });
  admin = await tenant.withRole("admin");
  await admin("PATCH", "/tenant", { name: "Acme 100%" }, { "x-forwarded-for": "203.0.113.8" });
});

async function actionsOf(query: string): Promise<string[]> {
  const { body } = await admin("GET", `/audit-log?${query}`);
  return body.data.map(({ action }) => action);
}

test("entries say who, what, to what, and from where, newest first", async () => {
  const { body } = await admin("GET", "/audit-log?limit=2");
  expect(body.data).toMatchObject([
    {
      action: "tenant.updated",
      actor: { kind: "user", id: expect.stringMatching(/^usr_/), label: expect.stringContaining("@") },
      target: { kind: "tenant", id: tenant.publicId, label: "Acme 100%" },
      details: { fields: ["name"] },
      ipAddress: "203.0.113.8",
    },
    { action: "eventType.created", actor: { kind: "apiKey", id: expect.stringMatching(/^key_/) } },
  ]);
});

test.each([
  ["action=eventType.created", ["eventType.created"]],
  ["action=eventType.", ["eventType.created"]],
  ["action=eventType", []],
  ["q=acme%20100%25", ["tenant.updated"]],
  ["q=INVOICE.PAID", ["eventType.created"]],
  ["until=2020-01-01T00:00:00Z", []],
])("filter %s", async (query, actions) => {
  expect(await actionsOf(query)).toEqual(actions);
});

test("filters by who did it: a member, a key, or Posthorn itself", async () => {
  const { body } = await admin("GET", "/audit-log?limit=250");
  const entries = body.data as unknown as AuditEntry[];
  for (const kind of ["user", "apiKey", "system"]) {
    const actor = entries.find((entry) => entry.actor.kind === kind)?.actor.id ?? "system";
    const expected = entries.filter((entry) => (entry.actor.id ?? "system") === actor);
    expect(await actionsOf(`limit=250&actor=${actor}`)).toEqual(expected.map(({ action }) => action));
  }
  expect(await actionsOf("actor=usr_nobody")).toEqual([]);
});

test("filters by what it was done to", async () => {
  expect(await actionsOf(`target=${tenant.publicId}`)).toContain("tenant.updated");
  expect(await actionsOf("target=invoice.paid")).toEqual(["eventType.created"]);
  expect(await actionsOf("target=invoice")).toEqual([]);
});

test.each([
  "UPDATE audit_entries SET action = 'x'",
  "UPDATE audit_entries SET ip_address = NULL",
  "DELETE FROM audit_entries",
  "TRUNCATE audit_entries",
  "TRUNCATE audit_entries CASCADE",
])("an entry can be neither changed nor deleted: %s", async (statement) => {
  const before = await actionsOf("limit=250");
  await expect(pool().query(statement)).rejects.toThrow("audit entries are append-only");
  expect(await actionsOf("limit=250")).toEqual(before);
});

test("what is refused leaves no entry", async () => {
  const before = await actionsOf("limit=250");
  await tenant.request("POST", "/event-types", { name: "invoice.paid" });
  expect(await actionsOf("limit=250")).toEqual(before);
});
