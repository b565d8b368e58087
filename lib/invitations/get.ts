import { type Context, databaseOf } from "../context.ts";
import type { Invitation } from "../contracts/invitations.ts";
import { findInvitation, toInvitation } from "./find.ts";

/** An open invitation of the tenant. Throws 404 for any other. */
export async function getInvitation(ctx: Context, { id }: { id: string }): Promise<Invitation> {
  return toInvitation(await findInvitation(databaseOf(ctx), ctx.tenantId, id));
}
