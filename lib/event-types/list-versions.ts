import { type Context, databaseOf } from "../context.ts";
import type { EventTypeVersion } from "../contracts/event-types.ts";
import { findEventType } from "./find.ts";

/** The schemas an event type has had, newest first. Throws 404. */
export async function listEventTypeVersions(
  ctx: Context,
  { name }: { name: string },
): Promise<{ data: EventTypeVersion[] }> {
  await findEventType(ctx, name);
  const rows = await databaseOf(ctx).eventTypeVersion.findMany({
    where: { tenantId: ctx.tenantId, name },
    orderBy: { number: "desc" },
    take: 100,
  });
  const data = rows.map(({ number, schema, createdBy, createdAt }) => ({
    number,
    schema,
    createdBy,
    createdAt: createdAt.toISOString(),
  }));
  return { data };
}
