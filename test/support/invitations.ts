import type { Context } from "#lib/context.ts";
import { prisma } from "#lib/db.ts";
import { acceptInvitation } from "#lib/invitations/accept.ts";
import { insertMember, type Person } from "./people.ts";
import { insertTenant } from "./rows.ts";

/** A tenant, and its owner's context to invite from. */
export async function tenantWithOwner(): Promise<{ tenantId: string; ctx: Context }> {
  const { tenantId } = await insertTenant();
  const { ctx } = await insertMember(tenantId, "owner");
  return { tenantId, ctx };
}

/** Follows an invitation's link, or takes its bare secret, as somebody. */
export function accept(link: string, user: Person) {
  return prisma().$transaction((tx) =>
    acceptInvitation(tx, { token: tokenOf(link), user, ipAddress: undefined }),
  );
}

/** The secret of a link. */
export function tokenOf(link: string): string {
  return link.split("/").at(-1) ?? "";
}
