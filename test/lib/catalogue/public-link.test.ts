import { beforeEach, expect, test } from "vitest";
import { openCatalogue } from "#lib/catalogue/open.ts";
import { findPublished, listPublished } from "#lib/catalogue/published.ts";
import { pool } from "#lib/db.ts";
import { updatePortalSettings } from "#lib/portal/update-settings.ts";
import { hashToken } from "#lib/vault.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
beforeEach(async () => {
  tenant = await createTenantForTest();
});

/** Turns the link on, or makes a new one, and answers its token. */
async function publish({ request }: TestTenant): Promise<string> {
  const { status, body } = await request("POST", "/catalogue-link");
  expect(status).toBe(200);
  return String(body.url).split("/").at(-1) ?? "";
}

const visit = (token: string, ipAddress?: string) => openCatalogue({ token, ipAddress });

async function opened(token: string) {
  const catalogue = await visit(token);
  if (!catalogue) throw new Error("this link opens no catalogue");
  return catalogue;
}

test("there is no link until somebody turns it on, and members can read it again afterwards", async () => {
  const nothing = { url: null, createdBy: null, createdAt: null };
  expect((await tenant.request("GET", "/catalogue-link")).body).toEqual(nothing);
  const token = await publish(tenant);
  expect(token).toMatch(/^cat_[\w-]{43}$/);
  const asViewer = await tenant.withRole("viewer");
  const { url, createdBy } = (await asViewer("GET", "/catalogue-link")).body;
  expect([url, createdBy]).toEqual([
    expect.stringMatching(new RegExp(`/catalogue/${token}$`)),
    expect.any(String),
  ]);
  expect((await visit(token))?.tenantId).toBe(tenant.tenantId);
});

test("a new link takes the place of the old one, and turned off there is none", async () => {
  const first = await publish(tenant);
  const second = await publish(tenant);
  expect(second).not.toBe(first);
  expect(await visit(first)).toBeUndefined();
  expect(await visit(second)).toBeDefined();
  expect((await tenant.request("DELETE", "/catalogue-link")).status).toBe(204);
  expect(await visit(second)).toBeUndefined();
  expect((await tenant.request("DELETE", "/catalogue-link")).status).toBe(204);
  expect((await tenant.request("GET", "/catalogue-link")).body.url).toBeNull();
});

test("the audit log tells who turned it on, renewed it and turned it off", async () => {
  await publish(tenant);
  await publish(tenant);
  await tenant.request("DELETE", "/catalogue-link");
  await tenant.request("DELETE", "/catalogue-link");
  const { data } = (await (await tenant.withRole("owner"))("GET", "/audit-log")).body;
  const actions = data.map(({ action }: { action: string }) => action);
  expect(actions.filter((action: string) => action.startsWith("catalogue."))).toEqual([
    "catalogue.unpublished",
    "catalogue.link_renewed",
    "catalogue.published",
  ]);
});

test("the database holds neither the link nor a way from one tenant's to another's", async () => {
  const token = await publish(tenant);
  const { rows } = await pool().query<{ text: string; hash: Buffer }>(
    "SELECT public_catalogues::text AS text, token_hash AS hash FROM public_catalogues WHERE tenant_id = $1",
    [tenant.tenantId],
  );
  expect(rows[0]?.hash).toEqual(hashToken(token));
  expect(rows[0]?.text).not.toContain(token);
  expect(rows[0]?.text).not.toContain(Buffer.from(token).toString("hex"));
});

test("it shows the tenant's own event types that are not archived, and not who made them", async () => {
  const other = await createTenantForTest();
  await other.request("POST", "/event-types", { name: "theirs.only" });
  const asDeveloper = await tenant.withRole("developer");
  const schema = { type: "object", properties: { id: { type: "string" } } };
  const described = { name: "order.sent", description: "On its way", schema };
  const created = await asDeveloper("POST", "/event-types", described);
  expect([created.status, created.body]).toMatchObject([201, described]);
  await asDeveloper("POST", "/event-types", { name: "order.old" });
  await asDeveloper("PATCH", "/event-types/order.old", { archived: true });
  const catalogue = await opened(await publish(tenant));
  expect(await listPublished(catalogue)).toEqual([{ name: "order.sent", description: "On its way" }]);
  expect(await findPublished(catalogue, "order.old")).toBeUndefined();
  expect(await findPublished(catalogue, "theirs.only")).toBeUndefined();
  const published = await findPublished(catalogue, "order.sent");
  expect(published).toEqual({
    name: "order.sent",
    description: "On its way",
    schema,
    example: null,
    versions: [{ number: 1, schema, createdAt: expect.any(String) }],
  });
});

test("it bears the name that the portal has, else the tenant's", async () => {
  const token = await publish(tenant);
  expect((await opened(token)).brand).toEqual({ name: "Acme", accentColor: null, logo: null });
  await updatePortalSettings(tenant.ctx, { name: "Acme Cloud", accentColor: "#2255cc" });
  expect((await opened(token)).brand).toMatchObject({ name: "Acme Cloud", accentColor: "#2255cc" });
});

test("one network that asks too often is held up, and no other", async () => {
  const token = await publish(tenant);
  expect(await visit(token, "192.0.2.7")).toBeDefined();
  await pool().query("UPDATE rate_limits SET count = count + 10000");
  await expect(visit(token, "192.0.2.7")).rejects.toMatchObject({ code: "rate_limited" });
  expect(await visit(token, "192.0.2.8")).toBeDefined();
});

test.each(["", "cat_", "\u0000", "x".repeat(10_000), "../..", "%00"])("%j opens nothing", async (token) => {
  expect(await visit(token)).toBeUndefined();
});
