import { type Context, databaseOf } from "../context.ts";
import type { Invitation } from "../contracts/invitations.ts";
import { newestFirst, type Page, type PageRequest, readPage } from "../keyset.ts";
import { type InvitationRow, isOpen, toInvitation } from "./find.ts";

/** A page of the tenant's open invitations, newest first, expired ones included. */
export async function listInvitations(ctx: Context, request: PageRequest): Promise<Page<Invitation>> {
  const { tenantId } = ctx;
  const page = await readPage<InvitationRow>(tenantId, request, {
    list: "invitations",
    keyOf: (row) => row.id,
    read: (slice) => {
      const { where, ...order } = newestFirst(slice);
      return databaseOf(ctx).invitation.findMany({ where: { tenantId, ...isOpen, ...where }, ...order });
    },
  });
  return { ...page, data: page.data.map(toInvitation) };
}
