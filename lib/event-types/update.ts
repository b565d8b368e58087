import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { EventType, updateEventType as operation } from "../contracts/event-types.ts";
import type { Input } from "../contracts/operation.ts";
import { defined } from "../defined.ts";
import { checkSchema, type SchemaAndExample } from "./check-schema.ts";
import { findEventType } from "./find.ts";
import { noteVersion } from "./note-version.ts";
import { eventTypeTarget, jsonColumn, toEventType } from "./to-event-type.ts";

export type EventTypeUpdate = { name: string } & Input<typeof operation>["body"];

/**
 * Changes what is given of an event type; archived ones are only hidden. Throws 404, and 422 when schema and example, as
 * they would then stand, do not fit together.
 */
export function updateEventType(ctx: Context, { name, ...changes }: EventTypeUpdate): Promise<EventType> {
  return transaction(ctx, async (tx) => {
    const before = await findEventType({ ...ctx, tx }, name);
    const { description, schema, example, archived } = changes;
    if (schema !== undefined || example !== undefined)
      checkSchema({ ...(before as SchemaAndExample), ...defined({ schema, example }) });
    if (schema !== undefined) {
      // Code that knew no versions may have changed it in between.
      await noteVersion(ctx, tx, { name, schema: before.schema });
      await noteVersion(ctx, tx, { name, schema });
    }
    const row = await tx.eventType.update({
      where: { tenantId_name: { tenantId: ctx.tenantId, name } },
      data: {
        ...defined({ description, schema: jsonColumn(schema), example: jsonColumn(example) }),
        ...(archived === undefined
          ? {}
          : { archivedAt: archived ? (before.archivedAt ?? new Date()) : null }),
        updatedAt: new Date(),
      },
    });
    const details = { fields: Object.keys(defined(changes)) };
    await recordAudit(ctx, tx, { action: "eventType.updated", target: eventTypeTarget(row), details });
    return toEventType(row);
  });
}
