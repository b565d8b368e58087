import { describe, expect, test } from "vitest";
import { prisma } from "#lib/db.ts";
import { createInvitation } from "#lib/invitations/create.ts";
import { getInvitation } from "#lib/invitations/get.ts";
import { listInvitations } from "#lib/invitations/list.ts";
import { readInvitation } from "#lib/invitations/read.ts";
import { resendInvitation } from "#lib/invitations/resend.ts";
import { revokeInvitation } from "#lib/invitations/revoke.ts";
import { findMembership } from "#lib/members/find-membership.ts";
import { accept, tenantWithOwner, tokenOf } from "#test/support/invitations.ts";
import { insertMember, insertUser, newAddress } from "#test/support/people.ts";

const conflict = { code: "conflict" };

describe("an invitation", () => {
  test("makes its invitee a member with its role", async () => {
    const { tenantId, ctx } = await tenantWithOwner();
    const invitee = await insertUser();
    const { link } = await createInvitation(ctx, { email: invitee.email, role: "support" });
    expect(link).toMatch(/^http:\/\/localhost:3000\/invitations\/[A-Za-z0-9_-]{43}$/);
    await accept(link, invitee);
    expect(await findMembership(invitee.id, tenantId)).toEqual({ role: "support" });
  });

  test("works once", async () => {
    const { ctx } = await tenantWithOwner();
    const invitee = await insertUser();
    const { link } = await createInvitation(ctx, { email: invitee.email, role: "viewer" });
    await accept(link, invitee);
    await expect(accept(link, invitee)).rejects.toMatchObject(conflict);
  });

  test("works once, even when used many times at the same moment", async () => {
    const { tenantId, ctx } = await tenantWithOwner();
    const invitee = await insertUser();
    const { link } = await createInvitation(ctx, { email: invitee.email, role: "viewer" });
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => accept(link, invitee)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await prisma().member.count({ where: { tenantId } })).toBe(2);
  });

  test("is for its own address alone", async () => {
    const { tenantId, ctx } = await tenantWithOwner();
    const { link } = await createInvitation(ctx, { email: newAddress(), role: "viewer" });
    const other = await insertUser();
    await expect(accept(link, other)).rejects.toMatchObject({ code: "forbidden" });
    expect(await findMembership(other.id, tenantId)).toBeUndefined();
    expect(await readInvitation(tokenOf(link))).toMatchObject({ state: "open" });
  });

  test("leaves the role of one who is a member meanwhile as it is", async () => {
    const { tenantId, ctx } = await tenantWithOwner();
    const invitee = await insertUser();
    const { link } = await createInvitation(ctx, { email: invitee.email, role: "viewer" });
    await prisma().member.create({ data: { tenantId, userId: invitee.id, role: "admin" } });
    await accept(link, invitee);
    expect(await findMembership(invitee.id, tenantId)).toEqual({ role: "admin" });
  });

  test("ends after seven days", async () => {
    const { ctx } = await tenantWithOwner();
    const invitee = await insertUser();
    const { link, expiresAt } = await createInvitation(ctx, { email: invitee.email, role: "viewer" });
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(7 * 86_400_000 - 60_000);
    await prisma().invitation.updateMany({
      where: { email: invitee.email },
      data: { expiresAt: new Date() },
    });
    expect(await readInvitation(tokenOf(link))).toMatchObject({ state: "expired" });
    await expect(accept(link, invitee)).rejects.toMatchObject(conflict);
  });

  test("that is revoked lets nobody in and is listed no more", async () => {
    const { ctx } = await tenantWithOwner();
    const invitee = await insertUser();
    const { id, link } = await createInvitation(ctx, { email: invitee.email, role: "viewer" });
    await revokeInvitation(ctx, { id });
    expect(await readInvitation(tokenOf(link))).toMatchObject({ state: "revoked" });
    await expect(accept(link, invitee)).rejects.toMatchObject(conflict);
    await expect(getInvitation(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    expect((await listInvitations(ctx, { limit: 50 })).data).toEqual([]);
  });

  test("sent again has a new link, new days, and the former link is dead", async () => {
    const { ctx } = await tenantWithOwner();
    const invitee = await insertUser();
    const first = await createInvitation(ctx, { email: invitee.email, role: "viewer" });
    await prisma().invitation.updateMany({
      where: { email: invitee.email },
      data: { expiresAt: new Date() },
    });
    const second = await resendInvitation(ctx, { id: first.id });
    expect(second.id).toBe(first.id);
    expect(await readInvitation(tokenOf(first.link))).toBeUndefined();
    await expect(accept(first.link, invitee)).rejects.toMatchObject({ code: "not_found" });
    await accept(second.link, invitee);
  });

  test("leaves its link in no table", async () => {
    const { ctx } = await tenantWithOwner();
    const { link } = await createInvitation(ctx, { email: newAddress(), role: "viewer" });
    const rows = [
      await prisma().invitation.findMany(),
      await prisma().email.findMany(),
      await prisma().auditEntry.findMany(),
    ];
    const bytes = JSON.stringify(rows, (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value,
    );
    expect(bytes).not.toContain(tokenOf(link));
  });

  test("is written down from start to end", async () => {
    const { tenantId, ctx } = await tenantWithOwner();
    const invitee = await insertUser();
    const { id } = await createInvitation(ctx, { email: invitee.email, role: "viewer" });
    const { link } = await resendInvitation(ctx, { id });
    await accept(link, invitee);
    const entries = await prisma().auditEntry.findMany({ where: { tenantId }, orderBy: { id: "asc" } });
    expect(entries.map(({ action, actorLabel }) => [action, actorLabel])).toEqual([
      ["invitation.created", ctx.actor.label],
      ["invitation.resent", ctx.actor.label],
      ["invitation.accepted", invitee.email],
    ]);
  });
});

describe("inviting", () => {
  test("a role above one's own is refused, also when sending again", async () => {
    const { tenantId, ctx } = await tenantWithOwner();
    const admin = await insertMember(tenantId, "admin");
    const request = { email: newAddress(), role: "owner" } as const;
    await expect(createInvitation(admin.ctx, request)).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await createInvitation(ctx, request);
    await expect(resendInvitation(admin.ctx, { id })).rejects.toMatchObject({ code: "forbidden" });
    await revokeInvitation(admin.ctx, { id });
  });

  test.each(["developer", "support", "viewer"] as const)("a %s invites nobody", async (role) => {
    const { tenantId } = await tenantWithOwner();
    const member = await insertMember(tenantId, role);
    const request = { email: newAddress(), role: "viewer" } as const;
    await expect(createInvitation(member.ctx, request)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a member, or somebody who is invited already, is refused at the field", async () => {
    const { tenantId, ctx } = await tenantWithOwner();
    const member = await insertMember(tenantId, "viewer");
    const invited = newAddress();
    await createInvitation(ctx, { email: invited, role: "viewer" });
    for (const email of [member.email, invited])
      await expect(createInvitation(ctx, { email, role: "viewer" })).rejects.toMatchObject({
        code: "already_exists",
        fields: [{ path: "email" }],
      });
  });

  test("the same address twice at the same moment makes one invitation", async () => {
    const { tenantId, ctx } = await tenantWithOwner();
    const request = { email: newAddress(), role: "viewer" } as const;
    await Promise.allSettled([1, 2, 3].map(() => createInvitation(ctx, request)));
    expect(await prisma().invitation.count({ where: { tenantId } })).toBe(1);
    expect(await prisma().email.count({ where: { tenantId } })).toBe(1);
  });
});

test("another tenant's invitation does not exist here", async () => {
  const here = await tenantWithOwner();
  const there = await tenantWithOwner();
  const { id } = await createInvitation(there.ctx, { email: newAddress(), role: "viewer" });
  for (const verb of [getInvitation, resendInvitation, revokeInvitation])
    await expect(verb(here.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  expect((await listInvitations(here.ctx, { limit: 50 })).data).toEqual([]);
});
