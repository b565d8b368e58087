import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";
import { partWithOwner } from "../views/part-with-owner.ts";
import { type MemberRow, memberTarget } from "./find.ts";
import { requireAnotherOwner } from "./lock.ts";
import { revokeUngranted } from "./revoke-ungranted.ts";

type Departure = { member: MemberRow; action: "member.removed" | "member.left" };

/** Ends a membership and notes how, under the lock of the tenant's members. Throws 409 for the last owner. */
export async function dropMember(
  ctx: Context,
  tx: Transaction,
  { member, action }: Departure,
): Promise<undefined> {
  const { tenantId } = ctx;
  const { userId, role } = member;
  if (role === "owner") await requireAnotherOwner(tx, tenantId, userId);
  await tx.member.delete({ where: { tenantId_userId: { tenantId, userId } } });
  await revokeUngranted(ctx, tx, { userId, role: undefined });
  await partWithOwner(ctx, tx, userId);
  await recordAudit(ctx, tx, { action, target: memberTarget(member), details: { role } });
  return undefined;
}
