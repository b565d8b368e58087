import type { Context } from "../context.ts";
import type { Event } from "../contracts/events.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { madeAfter } from "../log-query/time-window.ts";

type CountRow = Event["deliveryCounts"] & { event_id: string };

/** How the deliveries of these events (UUIDs) stand, in one statement; an event without deliveries is absent. */
export async function countDeliveries(
  ctx: Context,
  eventIds: readonly string[],
): Promise<Map<string, Event["deliveryCounts"]>> {
  if (eventIds.length === 0) return new Map();
  const rows = await readRows<CountRow>(
    ctx,
    sql`SELECT event_id,
               count(*) FILTER (WHERE status IN ('pending', 'sending', 'retrying'))::int AS open,
               count(*) FILTER (WHERE status = 'delivered')::int AS delivered,
               count(*) FILTER (WHERE status = 'failed')::int AS failed,
               count(*) FILTER (WHERE status = 'canceled')::int AS canceled
          FROM deliveries
         WHERE event_id = ANY(${eventIds}::uuid[]) AND tenant_id = ${ctx.tenantId}::uuid AND ${madeAfter(sql`id`, eventIds)}
         GROUP BY event_id`,
  );
  return new Map(rows.map(({ event_id, ...counts }) => [event_id, counts]));
}
