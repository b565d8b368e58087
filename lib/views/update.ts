import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { Input } from "../contracts/operation.ts";
import type { updateView as operation, SavedView } from "../contracts/views.ts";
import { defined } from "../defined.ts";
import { AppError } from "../errors.ts";
import { findOwnView } from "./find.ts";
import { makeRoom } from "./make-room.ts";
import { personOf } from "./person-of.ts";
import { toView, type ViewRow, viewTarget, withOwner } from "./to-view.ts";

export type ViewUpdate = { id: string } & Input<typeof operation>["body"];

/**
 * Renames a view, changes its filter, shares it or takes it back. Throws 404, 403 for one of somebody else (admins may change
 * it, but only its owner takes it back), 409 when the name is taken or there are too many.
 */
export function updateView(ctx: Context, { id, ...given }: ViewUpdate): Promise<SavedView> {
  return transaction(ctx, async (tx) => {
    const before = await findOwnView({ ...ctx, tx }, id);
    const changes = defined(given);
    const place = { ...before, ...changes, ownerId: before.ownerId ?? "" };
    if (!place.isShared && before.ownerId !== personOf(ctx))
      throw new AppError("forbidden", { detail: "Only its owner takes back a shared view." });
    await makeRoom(ctx, tx, { place, except: before.id });
    const row = await tx.savedView.update({
      where: { id: before.id, tenantId: ctx.tenantId },
      data: { ...changes, updatedAt: new Date() },
      include: withOwner,
    });
    const action = deedOf(before, row);
    if (action)
      await recordAudit(ctx, tx, {
        action,
        target: viewTarget(row),
        details: { fields: Object.keys(changes) },
      });
    return toView(ctx, row);
  });
}

/** What people keep for themselves is nobody else's business, in the audit log neither. */
function deedOf(before: ViewRow, after: ViewRow): string | undefined {
  if (before.isShared) return after.isShared ? "view.updated" : "view.withdrawn";
  return after.isShared ? "view.shared" : undefined;
}
