import { beforeAll, expect, test } from "vitest";
import { pool } from "#lib/db.ts";
import { fromPublicId } from "#lib/ids.ts";
import { portalLink, portalRequester, withPortal } from "#test/support/portal.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await createTenantForTest();
  for (const uid of ["globex", "initech"]) await tenant.request("POST", "/applications", { name: uid, uid });
});

test("a link opens one session, once, also when two ask at the same moment", async () => {
  const { token } = await portalLink(tenant, { application: "globex" });
  const both = await Promise.all([1, 2].map(() => portalRequester(token)("POST", "/portal/session")));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect((await portalRequester(token)("GET", "/endpoints")).status).toBe(401);
});

test("a link is itself no session", async () => {
  const { token } = await portalLink(tenant, { application: "globex" });
  for (const path of ["/endpoints", "/portal", "/me", "/audit-log"])
    expect((await portalRequester(token)("GET", path)).status).toBe(403);
});

test("a link is over when its time is, as is the session it opened", async () => {
  const link = await portalLink(tenant, { application: "globex" });
  await expire(link.id);
  expect((await portalRequester(link.token)("POST", "/portal/session")).status).toBe(401);
  const session = await withPortal(tenant, { application: "globex" });
  await expire(session.sessionId);
  expect((await session("GET", "/endpoints")).status).toBe(401);
});

test("a link is revoked from the next request on, alone or with all of its application", async () => {
  const asOwner = await tenant.withRole("owner");
  const one = await withPortal(tenant, { application: "globex" });
  const other = await withPortal(tenant, { application: "initech" });
  expect((await asOwner("DELETE", `/portal-sessions/${one.sessionId}`)).status).toBe(204);
  expect((await one("GET", "/endpoints")).status).toBe(401);
  const all = await asOwner("POST", `/applications/initech/portal-sessions/revoke`);
  expect(all.body).toEqual({ revoked: 1 });
  expect((await other("GET", "/endpoints")).status).toBe(401);
});

test("a link ends with its application, and when its holder closes it", async () => {
  const asOwner = await tenant.withRole("owner");
  const { id } = (await asOwner("POST", "/applications", { name: "Leaving" })).body;
  const leaving = await withPortal(tenant, { application: id });
  await asOwner("DELETE", `/applications/${id}`);
  expect((await leaving("GET", "/endpoints")).status).toBe(401);
  const closing = await withPortal(tenant, { application: "globex" });
  expect((await closing("DELETE", "/portal/session")).status).toBe(204);
  expect((await closing("GET", "/endpoints")).status).toBe(401);
});

test("a link carries its token in the fragment alone; the database holds hashes", async () => {
  const { url, token } = await portalLink(tenant, { application: "globex" });
  expect(new URL(url)).toMatchObject({ pathname: `/portal/${tenant.slug}`, search: "", hash: `#${token}` });
  const { rows } = await pool().query<{ text: string }>(
    "SELECT string_agg(s::text, ' ') AS text FROM portal_sessions s WHERE tenant_id = $1",
    [tenant.tenantId],
  );
  expect(rows[0]?.text).not.toContain(token.slice(4));
});

test("a link may not do what its maker may not", async () => {
  const asSupport = await tenant.withRole("support");
  expect((await asSupport("POST", `/applications/globex/portal-link`, {})).status).toBe(403);
});

function expire(publicId: string) {
  const id = fromPublicId("portalSession", publicId);
  return pool().query("UPDATE portal_sessions SET expires_at = now() WHERE id = $1", [id]);
}
