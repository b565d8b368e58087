import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import { findEventType } from "./find.ts";
import { eventTypeTarget } from "./to-event-type.ts";

/** Takes an event type out of the catalogue; events and subscriptions by its name keep working. Throws 404. */
export function removeEventType(ctx: Context, { name }: { name: string }): Promise<undefined> {
  return transaction(ctx, async (tx): Promise<undefined> => {
    const row = await findEventType({ ...ctx, tx }, name);
    await tx.eventType.delete({ where: { tenantId_name: { tenantId: ctx.tenantId, name } } });
    await recordAudit(ctx, tx, { action: "eventType.deleted", target: eventTypeTarget(row) });
  });
}
