import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context.ts";
import { listViews as listOperation, mostOwnViews, mostSharedViews } from "#lib/contracts/views.ts";
import { closeDatabases, prisma } from "#lib/db.ts";
import { leaveTenant } from "#lib/members/leave.ts";
import { removeMember } from "#lib/members/remove.ts";
import { createView } from "#lib/views/create.ts";
import { getView } from "#lib/views/get.ts";
import { listViews } from "#lib/views/list.ts";
import { removeView } from "#lib/views/remove.ts";
import { updateView } from "#lib/views/update.ts";
import { insertMember } from "#test/support/people.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

afterAll(closeDatabases);

type Given = Partial<Parameters<typeof createView>[1]>;

const keep = (ctx: Context, given: Given = {}) =>
  createView(ctx, { log: "deliveries", name: "Failed", query: "status=failed", isShared: false, ...given });

async function namesSeenBy(ctx: Context, query: Record<string, unknown> = {}): Promise<string[]> {
  const { data } = await listViews(ctx, listOperation.query.parse(query));
  return data.map(({ name }) => name);
}

async function auditOf({ tenantId }: TestTenant): Promise<[string, string][]> {
  const entries = await prisma().auditEntry.findMany({
    where: { tenantId, action: { startsWith: "view." } },
    orderBy: { id: "asc" },
  });
  return entries.map(({ action, targetLabel }) => [action, targetLabel]);
}

let tenant: TestTenant;
let ada: Context;
let bob: Context;
let admin: Context;
beforeAll(async () => {
  tenant = await createTenantForTest();
  ada = (await insertMember(tenant.tenantId, "viewer")).ctx;
  bob = (await insertMember(tenant.tenantId, "developer")).ctx;
  admin = (await insertMember(tenant.tenantId, "admin")).ctx;
});

describe("a view that somebody keeps for themselves", () => {
  test("is seen and changed by them alone, and leaves nothing in the audit log", async () => {
    const { id } = await keep(ada, { name: "Mine" });
    expect(await getView(ada, { id })).toMatchObject({ name: "Mine", isOwn: true, isShared: false });
    for (const other of [bob, admin, tenant.ctx]) {
      await expect(getView(other, { id })).rejects.toMatchObject({ code: "not_found" });
      await expect(updateView(other, { id, name: "x" })).rejects.toMatchObject({ code: "not_found" });
      await expect(removeView(other, { id })).rejects.toMatchObject({ code: "not_found" });
      expect(await namesSeenBy(other)).not.toContain("Mine");
    }
    await updateView(ada, { id, name: "Still mine", query: "status=retrying" });
    expect(await getView(ada, { id })).toMatchObject({ name: "Still mine", query: "status=retrying" });
    await removeView(ada, { id });
    await expect(getView(ada, { id })).rejects.toMatchObject({ code: "not_found" });
    expect((await auditOf(tenant)).filter(([, label]) => label.includes("ine"))).toEqual([]);
  });

  test("may be called as one of somebody else, and as a shared one, but not as another of their own", async () => {
    await keep(ada, { name: "Same" });
    await keep(bob, { name: "Same" });
    await keep(bob, { name: "Same", log: "events" });
    await keep(bob, { name: "Same", isShared: true });
    await expect(keep(ada, { name: "Same" })).rejects.toMatchObject({ code: "already_exists" });
    await expect(keep(ada, { name: "Same", isShared: true })).rejects.toMatchObject({
      code: "already_exists",
      fields: [{ path: "name" }],
    });
  });
});

describe("a shared view", () => {
  test("is seen by everyone with its owner's name; others may not change it, admins may", async () => {
    const { id } = await keep(bob, { name: "Ours", isShared: true });
    expect(await getView(ada, { id })).toMatchObject({ isOwn: false, owner: { name: "Ada" } });
    await expect(updateView(ada, { id, name: "x" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeView(ada, { id })).rejects.toMatchObject({ code: "forbidden" });
    expect(await updateView(admin, { id, name: "Everyone's" })).toMatchObject({ name: "Everyone's" });
    await expect(updateView(admin, { id, isShared: false })).rejects.toMatchObject({ code: "forbidden" });
    await updateView(bob, { id, isShared: false });
    await expect(getView(ada, { id })).rejects.toMatchObject({ code: "not_found" });
    await updateView(bob, { id, isShared: true });
    await removeView(admin, { id });
    expect((await auditOf(tenant)).filter(([, label]) => /Ours|Everyone/.test(label))).toEqual([
      ["view.shared", "Ours"],
      ["view.updated", "Everyone's"],
      ["view.withdrawn", "Everyone's"],
      ["view.shared", "Everyone's"],
      ["view.deleted", "Everyone's"],
    ]);
  });

  test("is seen by keys, which see nobody's own and keep none", async () => {
    await keep(bob, { name: "For keys", isShared: true });
    await keep(bob, { name: "Not for keys" });
    const { body } = await tenant.request("GET", "/views?limit=250");
    const names = body.data.map(({ name }) => name);
    expect([names.includes("For keys"), names.includes("Not for keys")]).toEqual([true, false]);
    await expect(keep(tenant.ctx)).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("a list can be of one log", async () => {
  const { ctx } = await insertMember(tenant.tenantId, "viewer");
  await keep(ctx, { name: "Of deliveries" });
  await keep(ctx, { name: "Of events", log: "events" });
  expect(await namesSeenBy(ctx, { log: "events" })).toContain("Of events");
  expect(await namesSeenBy(ctx, { log: "events" })).not.toContain("Of deliveries");
});

test("when a member is removed or leaves, what they shared stays without an owner, and the rest goes", async () => {
  for (const depart of ["removed", "left"]) {
    const gone = await insertMember(tenant.tenantId, "developer");
    const shared = await keep(gone.ctx, { name: `Shared by ${depart}`, isShared: true });
    await keep(gone.ctx, { name: `Kept by ${depart}` });
    if (depart === "left") await leaveTenant(gone.ctx);
    else await removeMember(admin, { id: gone.publicId });
    expect(await getView(ada, { id: shared.id })).toMatchObject({ owner: null, isOwn: false });
    expect(await prisma().savedView.count({ where: { name: `Kept by ${depart}` } })).toBe(0);
    await expect(updateView(ada, { id: shared.id, name: "x" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateView(admin, { id: shared.id, isShared: false })).rejects.toMatchObject({
      code: "forbidden",
    });
    await removeView(admin, { id: shared.id });
  }
});

test.each([
  { isShared: false, most: mostOwnViews, says: `You keep ${mostOwnViews} views` },
  { isShared: true, most: mostSharedViews, says: `This tenant shares ${mostSharedViews} views` },
])(
  "there is room for $most views with isShared $isShared, also for two at once",
  async ({ most, isShared, says }) => {
    const crowded = await createTenantForTest();
    const { ctx } = await insertMember(crowded.tenantId, "viewer");
    for (let n = 1; n < most; n += 1) await keep(ctx, { name: `View ${n}`, isShared });
    const last = await Promise.allSettled(["One", "Other"].map((name) => keep(ctx, { name, isShared })));
    expect(last.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(keep(ctx, { name: "More", isShared })).rejects.toMatchObject({
      code: "conflict",
      detail: expect.stringContaining(says),
    });
  },
);

test("a filter that is no part of an address is refused", async () => {
  const asAda = await tenant.withRole("viewer");
  for (const query of ["", "a=b#c", "a=b c", 'a="', "x".repeat(2_001)]) {
    const { status } = await asAda("POST", "/views", { log: "deliveries", name: "Bad", query });
    expect([query.slice(0, 9), status]).toEqual([query.slice(0, 9), 422]);
  }
});
