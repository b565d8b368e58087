import type { z } from "zod";
import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { createEventTypeBody, EventType } from "../contracts/event-types.ts";
import { defined } from "../defined.ts";
import { AppError } from "../errors.ts";
import { checkSchema } from "./check-schema.ts";
import { noteVersion } from "./note-version.ts";
import { eventTypeTarget, jsonColumn, toEventType } from "./to-event-type.ts";

/**
 * Adds an event type to the catalogue. Throws 409 when the name is taken, 422 when `schema` is no JSON Schema or
 * `example` does not satisfy it.
 */
export function createEventType(
  ctx: Context,
  input: z.output<typeof createEventTypeBody>,
): Promise<EventType> {
  checkSchema(input);
  return transaction(ctx, async (tx) => {
    const { name, description, schema, example } = input;
    const key = { tenantId: ctx.tenantId, name };
    const { count } = await tx.eventType.createMany({
      data: [
        {
          ...key,
          ...defined({ description, schema: jsonColumn(schema), example: jsonColumn(example) }),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) throw alreadyThere(name);
    await noteVersion(ctx, tx, { name, schema: schema ?? null });
    await recordAudit(ctx, tx, { action: "eventType.created", target: eventTypeTarget(key) });
    return toEventType(await tx.eventType.findUniqueOrThrow({ where: { tenantId_name: key } }));
  });
}

function alreadyThere(name: string): AppError {
  const detail = `The event type ${name} exists already.`;
  return new AppError("already_exists", { detail, fields: [{ path: "name", message: detail }] });
}
