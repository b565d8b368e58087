import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";

/** When a member goes, what they kept for themselves goes with them; what they shared stays, without an owner. */
export async function partWithOwner({ tenantId }: Context, tx: Transaction, ownerId: string): Promise<void> {
  await tx.savedView.deleteMany({ where: { tenantId, ownerId, isShared: false } });
  await tx.savedView.updateMany({ where: { tenantId, ownerId }, data: { ownerId: null } });
}
