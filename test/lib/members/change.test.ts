import { describe, expect, test } from "vitest";
import { prisma } from "#lib/db.ts";
import { toPublicId } from "#lib/ids.ts";
import { findMembership } from "#lib/members/find-membership.ts";
import { getMember } from "#lib/members/get.ts";
import { leaveTenant } from "#lib/members/leave.ts";
import { listMembers } from "#lib/members/list.ts";
import { removeMember } from "#lib/members/remove.ts";
import { updateMember } from "#lib/members/update.ts";
import { insertMember } from "#test/support/people.ts";
import { insertTenant } from "#test/support/rows.ts";

const forbidden = { code: "forbidden" };
const missing = { code: "not_found" };

describe("changing a role", () => {
  test("holds from the next look and is in the audit log", async () => {
    const { tenantId } = await insertTenant();
    const owner = await insertMember(tenantId, "owner");
    const viewer = await insertMember(tenantId, "viewer");
    const changed = await updateMember(owner.ctx, { id: viewer.publicId, role: "developer" });
    expect(changed).toMatchObject({ id: viewer.publicId, email: viewer.email, role: "developer" });
    expect(await findMembership(viewer.id, tenantId)).toEqual({ role: "developer" });
    expect(await actionsOf(tenantId)).toEqual(["member.role_changed"]);
  });

  test.each([
    ["admin", "developer", "owner"],
    ["admin", "owner", "viewer"],
    ["admin", "owner", "owner"],
    ["developer", "viewer", "support"],
    ["support", "viewer", "support"],
    ["viewer", "viewer", "viewer"],
  ] as const)("%s may not make %s %s", async (own, theirs, wanted) => {
    const { tenantId } = await insertTenant();
    await insertMember(tenantId, "owner");
    const actor = await insertMember(tenantId, own);
    const member = await insertMember(tenantId, theirs);
    await expect(updateMember(actor.ctx, { id: member.publicId, role: wanted })).rejects.toMatchObject(
      forbidden,
    );
    expect(await findMembership(member.id, tenantId)).toEqual({ role: theirs });
  });

  test("an admin cannot make themselves an owner", async () => {
    const { tenantId } = await insertTenant();
    await insertMember(tenantId, "owner");
    const admin = await insertMember(tenantId, "admin");
    await expect(updateMember(admin.ctx, { id: admin.publicId, role: "owner" })).rejects.toMatchObject(
      forbidden,
    );
  });

  test("somebody demoted a moment ago manages nobody any more", async () => {
    const { tenantId } = await insertTenant();
    const owner = await insertMember(tenantId, "owner");
    const admin = await insertMember(tenantId, "admin");
    const viewer = await insertMember(tenantId, "viewer");
    await updateMember(owner.ctx, { id: admin.publicId, role: "viewer" });
    await expect(removeMember(admin.ctx, { id: viewer.publicId })).rejects.toMatchObject(forbidden);
  });

  test("an API key changes nobody, whatever its scopes", async () => {
    const { tenantId } = await insertTenant();
    const viewer = await insertMember(tenantId, "viewer");
    const ctx = { tenantId, actor: { kind: "apiKey", id: viewer.id, label: "key" } } as const;
    await expect(updateMember(ctx, { id: viewer.publicId, role: "owner" })).rejects.toMatchObject(forbidden);
    await expect(leaveTenant(ctx)).rejects.toMatchObject(forbidden);
  });
});

describe("the last owner", () => {
  test.each(["demoting", "removing", "leaving"] as const)("stays: %s is refused", async (how) => {
    const { tenantId } = await insertTenant();
    const owner = await insertMember(tenantId, "owner");
    await insertMember(tenantId, "admin");
    const id = owner.publicId;
    const tries = {
      demoting: () => updateMember(owner.ctx, { id, role: "admin" }),
      removing: () => removeMember(owner.ctx, { id }),
      leaving: () => leaveTenant(owner.ctx),
    };
    await expect(tries[how]()).rejects.toMatchObject({ code: "conflict" });
    expect(await ownersOf(tenantId)).toBe(1);
  });

  test("stays when two owners remove each other at the same moment", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { tenantId } = await insertTenant();
      const [one, two] = [await insertMember(tenantId, "owner"), await insertMember(tenantId, "owner")];
      const outcomes = await Promise.allSettled([
        removeMember(one.ctx, { id: two.publicId }),
        removeMember(two.ctx, { id: one.publicId }),
      ]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await ownersOf(tenantId)).toBe(1);
    }
  });

  test("stays when all owners leave or step down at the same moment", async () => {
    const { tenantId } = await insertTenant();
    const owners = await Promise.all([1, 2, 3, 4].map(() => insertMember(tenantId, "owner")));
    await Promise.allSettled(
      owners.map(({ ctx, publicId }, index) =>
        index % 2 === 0 ? leaveTenant(ctx) : updateMember(ctx, { id: publicId, role: "viewer" }),
      ),
    );
    expect(await ownersOf(tenantId)).toBe(1);
  });
});

describe("going", () => {
  test.each(["admin", "developer", "support", "viewer"] as const)("a %s may leave", async (role) => {
    const { tenantId } = await insertTenant();
    await insertMember(tenantId, "owner");
    const member = await insertMember(tenantId, role);
    await leaveTenant(member.ctx);
    expect(await findMembership(member.id, tenantId)).toBeUndefined();
    expect(await actionsOf(tenantId)).toEqual(["member.left"]);
  });

  test("an admin removes an admin, and never an owner", async () => {
    const { tenantId } = await insertTenant();
    const owner = await insertMember(tenantId, "owner");
    const [one, two] = [await insertMember(tenantId, "admin"), await insertMember(tenantId, "admin")];
    await removeMember(one.ctx, { id: two.publicId });
    await expect(removeMember(one.ctx, { id: owner.publicId })).rejects.toMatchObject(forbidden);
    expect((await listMembers(one.ctx, { limit: 50 })).data.map(({ id }) => id)).toEqual([
      one.publicId,
      owner.publicId,
    ]);
  });
});

describe("another tenant's members", () => {
  test("do not exist here", async () => {
    const here = await insertTenant();
    const owner = await insertMember(here.tenantId, "owner");
    const there = await insertTenant();
    const stranger = await insertMember(there.tenantId, "viewer");
    const id = stranger.publicId;
    await expect(getMember(owner.ctx, { id })).rejects.toMatchObject(missing);
    await expect(updateMember(owner.ctx, { id, role: "admin" })).rejects.toMatchObject(missing);
    await expect(removeMember(owner.ctx, { id })).rejects.toMatchObject(missing);
    const foreignCursor = (await listMembers({ ...owner.ctx }, { limit: 50 })).data;
    expect(foreignCursor.map((member) => member.id)).toEqual([owner.publicId]);
  });

  test("cannot be reached by a session of one's own tenant", async () => {
    const here = await insertTenant();
    const owner = await insertMember(here.tenantId, "owner");
    const there = await insertTenant();
    const stranger = await insertMember(there.tenantId, "viewer");
    const ctx = { ...owner.ctx, tenantId: there.tenantId };
    await expect(removeMember(ctx, { id: stranger.publicId })).rejects.toMatchObject(forbidden);
    await expect(leaveTenant(ctx)).rejects.toMatchObject(missing);
  });
});

test("a malformed id is nobody", async () => {
  const { tenantId } = await insertTenant();
  const owner = await insertMember(tenantId, "owner");
  for (const id of ["", "usr_x", toPublicId("endpoint", owner.id)])
    await expect(getMember(owner.ctx, { id })).rejects.toMatchObject(missing);
});

function ownersOf(tenantId: string): Promise<number> {
  return prisma().member.count({ where: { tenantId, role: "owner" } });
}

async function actionsOf(tenantId: string): Promise<string[]> {
  const entries = await prisma().auditEntry.findMany({ where: { tenantId }, orderBy: { id: "asc" } });
  return entries.map(({ action }) => action);
}
