import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import { findOwnView } from "./find.ts";
import { viewTarget } from "./to-view.ts";

/** Deletes a view. Throws 404, and 403 for a shared one of somebody else unless an admin asks. */
export function removeView(ctx: Context, { id }: { id: string }): Promise<undefined> {
  return transaction(ctx, async (tx): Promise<undefined> => {
    const row = await findOwnView({ ...ctx, tx }, id);
    const { count } = await tx.savedView.deleteMany({ where: { id: row.id, tenantId: ctx.tenantId } });
    if (row.isShared && count > 0)
      await recordAudit(ctx, tx, { action: "view.deleted", target: viewTarget(row) });
  });
}
