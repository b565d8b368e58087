import { beforeAll, describe, expect, test } from "vitest";
import { permissions } from "#lib/contracts/permissions.ts";
import { prisma } from "#lib/db.ts";
import { enqueueEmail } from "#lib/emails/enqueue.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await createTenantForTest();
});

describe("GET /me", () => {
  test("a member learns their role and what it may do", async () => {
    const { body } = await (await tenant.withRole("viewer"))("GET", "/me");
    expect(body).toMatchObject({
      actor: { kind: "user" },
      tenant: { id: tenant.publicId, slug: tenant.slug },
      role: "viewer",
      permissions: ["read", "views:write"],
    });
    expect((await (await tenant.withRole("owner"))("GET", "/me")).body.permissions).toEqual(permissions);
  });

  test("a key has no role, only what its scopes cover", async () => {
    const { body } = await (await tenant.withScopes("events:write"))("GET", "/me");
    expect(body).toMatchObject({ actor: { kind: "apiKey" }, role: null, permissions: ["events:write"] });
  });
});

describe("PATCH /tenant", () => {
  test("name and retry schedule change, null returns to the installation's schedule", async () => {
    const admin = await tenant.withRole("admin");
    const changed = { name: "Globex", retrySchedule: [10, 60] };
    expect((await admin("PATCH", "/tenant", changed)).body).toMatchObject({
      id: tenant.publicId,
      ...changed,
    });
    expect((await admin("PATCH", "/tenant", { retrySchedule: null })).body).toMatchObject({
      name: "Globex",
      retrySchedule: null,
    });
    expect((await admin("PATCH", "/tenant", { slug: "other" })).status).toBe(422);
  });
});

describe("the mailbox", () => {
  test("without SMTP_URL an e-mail is read here, by owners alone", async () => {
    await prisma().$transaction((tx) =>
      enqueueEmail(tx, {
        tenantId: tenant.tenantId,
        recipient: "a@b.c",
        subject: "Join",
        text: "https://link",
      }),
    );
    const owner = await tenant.withRole("owner");
    const { body } = await owner("GET", "/emails");
    expect(body.data).toMatchObject([{ recipient: "a@b.c", subject: "Join", status: "queued" }]);
    expect((await owner("GET", `/emails/${body.data[0]?.id}`)).body.text).toBe("https://link");
    expect((await (await tenant.withRole("admin"))("GET", "/emails")).status).toBe(403);
    expect((await tenant.request("GET", "/emails")).status).toBe(403);
  });
});
