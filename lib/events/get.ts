import type { Context } from "../context.ts";
import type { EventDetail } from "../contracts/events.ts";
import { type DeliveryRow, selectDeliveries, toDelivery } from "../deliveries/to-delivery.ts";
import { notFound } from "../errors.ts";
import { fromPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { madeAfter } from "../log-query/time-window.ts";
import { countDeliveries } from "./count-deliveries.ts";
import { type EventRow, eventColumns, toEvent } from "./to-event.ts";

const maxDeliveries = 250;

/** An event with its data exactly as it was sent and its newest deliveries, at most 250; 404 when it is not this tenant's. */
export async function getEvent(ctx: Context, { id }: { id: string }): Promise<EventDetail> {
  const row = await findEvent(ctx, id);
  const [counts, deliveries] = await Promise.all([
    countDeliveries(ctx, [row.id]),
    newestDeliveries(ctx, row.id),
  ]);
  return {
    ...toEvent(row, counts.get(row.id)),
    data: row.data,
    deliveries: deliveries.map(toDelivery),
  };
}

async function findEvent(ctx: Context, publicId: string): Promise<EventRow & { data: string }> {
  const id = fromPublicId("event", publicId);
  if (!id) throw notFound("event");
  const [row] = await readRows<EventRow & { data: string }>(
    ctx,
    sql`SELECT ${eventColumns}, event.data FROM events event
         WHERE event.id = ${id}::uuid AND event.tenant_id = ${ctx.tenantId}::uuid`,
  );
  if (!row) throw notFound("event");
  return row;
}

function newestDeliveries(ctx: Context, eventId: string): Promise<DeliveryRow[]> {
  const newestFirst = sql`ORDER BY delivery.id DESC`;
  const chosen = sql`
    SELECT delivery.* FROM deliveries delivery
     WHERE delivery.event_id = ${eventId}::uuid AND delivery.tenant_id = ${ctx.tenantId}::uuid
       AND ${madeAfter(sql`delivery.id`, [eventId])}
     ${newestFirst} LIMIT ${maxDeliveries}`;
  return readRows(ctx, selectDeliveries(chosen, newestFirst));
}
