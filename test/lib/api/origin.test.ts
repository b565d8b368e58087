import { beforeAll, describe, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { callApi } from "#test/support/api.ts";
import { cookieOf, insertMember } from "#test/support/people.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
let session: Record<string, string>;
beforeAll(async () => {
  tenant = await createTenantForTest();
  const cookie = await cookieOf(await insertMember(tenant.tenantId, "admin"));
  session = { cookie, "posthorn-tenant": tenant.publicId };
});

const rename = (headers: Record<string, string>) =>
  callApi({ method: "PATCH", path: "/tenant", headers: { ...session, ...headers }, body: { name: "Acme" } });

describe("a change with the session's cookie", () => {
  test("from our own pages is done", async () => {
    expect((await rename({ origin: new URL(env().url).origin })).status).toBe(200);
    const sameHost = { origin: "http://desk.example.com", host: "desk.example.com" };
    expect((await rename(sameHost)).status).toBe(200);
  });

  test.each([
    ["another site", { origin: "https://evil.example" }],
    ["a sandboxed frame", { origin: "null" }],
    ["nowhere", {}],
    ["a look-alike", { origin: `${env().url}.evil.example` }],
  ])("from %s is 403", async (_, headers) => {
    const { status, body } = await rename(headers);
    expect([status, body.code]).toEqual([403, "foreign_origin"]);
  });

  test("an API key needs no origin, and a wrong one is not made up for by a cookie", async () => {
    const authorization = `Bearer ${await tenant.apiKey()}`;
    const create = (headers: Record<string, string>) =>
      callApi({ method: "POST", path: "/applications", headers, body: { name: "x" } });
    expect((await create({ authorization, origin: "https://evil.example" })).status).toBe(201);
    const own = { ...session, origin: new URL(env().url).origin };
    expect((await create({ ...own, authorization: "Bearer wrong" })).status).toBe(401);
  });
});

describe("reading with the session's cookie", () => {
  const read = (headers: Record<string, string>) => callApi({ method: "GET", path: "/endpoints", headers });

  test("needs a tenant of one's own", async () => {
    const { cookie = "" } = session;
    expect((await read(session)).status).toBe(200);
    expect((await read({ cookie })).status).toBe(403);
    expect((await read({ cookie, "posthorn-tenant": "ten_x" })).status).toBe(403);
    const foreign = (await createTenantForTest()).publicId;
    expect((await read({ cookie, "posthorn-tenant": foreign })).status).toBe(403);
  });

  test("a tampered session is none", async () => {
    const cookie = session.cookie?.replace(/.{6}$/, "AAAAAA") ?? "";
    expect((await read({ ...session, cookie })).status).toBe(401);
  });
});
