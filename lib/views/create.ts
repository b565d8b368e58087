import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { Input } from "../contracts/operation.ts";
import type { createView as operation, SavedView } from "../contracts/views.ts";
import { AppError } from "../errors.ts";
import { newId } from "../ids.ts";
import { makeRoom } from "./make-room.ts";
import { personOf } from "./person-of.ts";
import { toView, viewTarget, withOwner } from "./to-view.ts";

/** Keeps a filter under a name, for whoever asks or for everyone. Throws 403 for keys, 409 when the name is taken or there are too many. */
export async function createView(ctx: Context, body: Input<typeof operation>["body"]): Promise<SavedView> {
  const ownerId = personOf(ctx);
  if (ownerId === null) throw new AppError("forbidden", { detail: "Only people keep views." });
  return transaction(ctx, async (tx) => {
    await makeRoom(ctx, tx, { place: { ...body, ownerId } });
    const data = { id: newId(), tenantId: ctx.tenantId, ownerId, ...body };
    const row = await tx.savedView.create({ data, include: withOwner });
    if (row.isShared) await recordAudit(ctx, tx, { action: "view.shared", target: viewTarget(row) });
    return toView(ctx, row);
  });
}
