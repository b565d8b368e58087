import { type Context, transaction } from "../context.ts";
import { AppError } from "../errors.ts";
import { dropMember } from "./drop.ts";
import { findMember } from "./find.ts";
import { lockMembers } from "./lock.ts";
import { mayTouch } from "./role-rules.ts";

/** Removes a member, effective on their next request. Throws 403 for somebody above oneself, 409 for the last owner. */
export function removeMember(ctx: Context, { id }: { id: string }): Promise<undefined> {
  return transaction(ctx, async (tx) => {
    const own = await lockMembers(ctx, tx);
    const member = await findMember(tx, ctx.tenantId, id);
    if (!mayTouch(own, member.role))
      throw new AppError("forbidden", { detail: "Only owners remove an owner." });
    return dropMember(ctx, tx, { member, action: "member.removed" });
  });
}
