import { type Context, transaction } from "../context.ts";
import { AppError } from "../errors.ts";
import { toPublicId } from "../ids.ts";
import { dropMember } from "./drop.ts";
import { findMember } from "./find.ts";
import { lockTenant } from "./lock.ts";

/** Takes oneself out of the tenant, whatever one's role. Throws 403 for API keys, 409 for the last owner. */
export function leaveTenant(ctx: Context): Promise<undefined> {
  return transaction(ctx, async (tx) => {
    if (ctx.actor.kind !== "user") throw new AppError("forbidden", { detail: "Only people leave a tenant." });
    await lockTenant(tx, ctx.tenantId);
    const member = await findMember(tx, ctx.tenantId, toPublicId("user", ctx.actor.id));
    return dropMember(ctx, tx, { member, action: "member.left" });
  });
}
