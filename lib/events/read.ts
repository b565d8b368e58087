import type { Context } from "../context.ts";
import type { Event } from "../contracts/events.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { countDeliveries } from "./count-deliveries.ts";
import { type EventRow, eventColumns, toEvent } from "./to-event.ts";

/** The tenant's events of these ids (UUIDs), newest first, with how their deliveries stand. */
export async function readEvents(ctx: Context, ids: readonly string[]): Promise<Event[]> {
  if (ids.length === 0) return [];
  const [rows, counts] = await Promise.all([
    readRows<EventRow>(
      ctx,
      sql`SELECT ${eventColumns} FROM events event
           WHERE event.id = ANY(${ids}::uuid[]) AND event.tenant_id = ${ctx.tenantId}::uuid ORDER BY event.id DESC`,
    ),
    countDeliveries(ctx, ids),
  ]);
  return rows.map((row) => toEvent(row, counts.get(row.id)));
}
