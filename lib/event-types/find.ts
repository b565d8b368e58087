import { type Context, databaseOf } from "../context.ts";
import { notFound } from "../errors.ts";

/** Reads an event type's row by name. Throws 404. */
export async function findEventType(ctx: Context, name: string) {
  const key = { tenantId: ctx.tenantId, name };
  const found = await databaseOf(ctx).eventType.findUnique({ where: { tenantId_name: key } });
  if (!found) throw notFound("event type");
  return found;
}
