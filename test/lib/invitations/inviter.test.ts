import { afterEach, describe, expect, test } from "vitest";
import type { Context } from "#lib/context.ts";
import { prisma } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { createInvitation } from "#lib/invitations/create.ts";
import { readInvitation } from "#lib/invitations/read.ts";
import { resendInvitation } from "#lib/invitations/resend.ts";
import { removeMember } from "#lib/members/remove.ts";
import { updateMember } from "#lib/members/update.ts";
import { accept, tenantWithOwner, tokenOf } from "#test/support/invitations.ts";
import { mailedToken } from "#test/support/mailed.ts";
import { insertMember, insertUser, newAddress } from "#test/support/people.ts";

describe("proof of the invitee's address", () => {
  test("is the link of the e-mail, not the one that can be copied", async () => {
    const { ctx } = await tenantWithOwner();
    const [byMail, byCopy] = [await insertUser(), await insertUser()];
    await createInvitation(ctx, { email: byMail.email, role: "viewer" });
    const { link } = await createInvitation(ctx, { email: byCopy.email, role: "viewer" });
    await accept(await mailedToken(byMail.email, "invitations"), byMail);
    await accept(link, byCopy);
    const verified = await Promise.all(
      [byMail, byCopy].map(({ id }) => prisma().user.findUniqueOrThrow({ where: { id } })),
    );
    expect(verified.map(({ emailVerifiedAt }) => emailVerifiedAt !== null)).toEqual([true, false]);
  });

  test("either link uses the invitation up", async () => {
    const { ctx } = await tenantWithOwner();
    const invitee = await insertUser();
    const { link } = await createInvitation(ctx, { email: invitee.email, role: "viewer" });
    await accept(link, invitee);
    const mailed = await mailedToken(invitee.email, "invitations");
    await expect(accept(mailed, invitee)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("an inviter", () => {
  afterEach(() => {
    env().smtpUrl = undefined;
  });

  test("confirms their own address first, where mail can be sent", async () => {
    env().smtpUrl = "smtp://127.0.0.1:9";
    const { tenantId } = await tenantWithOwner();
    const admin = await insertMember(tenantId, "admin");
    const request = { email: newAddress(), role: "viewer" } as const;
    await expect(createInvitation(admin.ctx, request)).rejects.toMatchObject({ code: "forbidden" });
    await prisma().user.update({ where: { id: admin.id }, data: { emailVerifiedAt: new Date() } });
    await expect(createInvitation(admin.ctx, request)).resolves.toBeDefined();
  });

  test.each([
    ["is removed", (ctx: Context, id: string) => removeMember(ctx, { id }), ["owner", "admin"]],
    [
      "loses the right to",
      (ctx: Context, id: string) => updateMember(ctx, { id, role: "viewer" }),
      ["owner", "admin"],
    ],
    [
      "is demoted below a role",
      (ctx: Context, id: string) => updateMember(ctx, { id, role: "admin" }),
      ["owner"],
    ],
  ] as const)(
    "who %s takes along the invitations they could not make any more",
    async (_, change, revoked) => {
      const { tenantId, ctx } = await tenantWithOwner();
      const second = await insertMember(tenantId, "owner");
      const links = new Map<string, string>();
      for (const role of ["owner", "admin"] as const)
        links.set(role, (await createInvitation(second.ctx, { email: newAddress(), role })).link);
      const kept = await createInvitation(ctx, { email: newAddress(), role: "owner" });
      await change(ctx, second.publicId);
      for (const [role, link] of links) {
        const state = revoked.includes(role as never) ? "revoked" : "open";
        expect([role, (await readInvitation(tokenOf(link)))?.state]).toEqual([role, state]);
      }
      expect((await readInvitation(tokenOf(kept.link)))?.state).toBe("open");
    },
  );

  test("who is gone leaves those to the one who sent them again", async () => {
    const { tenantId, ctx } = await tenantWithOwner();
    const second = await insertMember(tenantId, "owner");
    const { id } = await createInvitation(second.ctx, { email: newAddress(), role: "viewer" });
    const { link } = await resendInvitation(ctx, { id });
    await removeMember(ctx, { id: second.publicId });
    expect((await readInvitation(tokenOf(link)))?.state).toBe("open");
  });
});
