import type { Context } from "../context.ts";
import { fewLabelled } from "../events/few-labelled.ts";
import type { IndexRanges } from "../log-query/look-back.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { clockToleranceMs } from "../log-query/time-window.ts";
import { isOpen, uuidsOf } from "./conditions.ts";
import { findOpen } from "./find-open.ts";
import { ofEvents, ofIds } from "./index-ranges.ts";
import type { Wanted } from "./locate.ts";

const fewEvents = 500;

/** Where deliveries stand of which a filter says something so selective that all of it can be looked at. */
export async function findFew(
  ctx: Context,
  wanted: Wanted,
  endpointIds: readonly string[] | undefined,
): Promise<IndexRanges | undefined> {
  const { search, id, event, tag, channel } = wanted;
  const { tenantId } = ctx;
  if (search?.kind === "delivery") return ofIds(tenantId, [search.id]);
  if (id) return ofIds(tenantId, uuidsOf("delivery", id));
  if (search?.kind === "event") return ofEvents(tenantId, [search.id]);
  if (event) return ofEvents(tenantId, uuidsOf("event", [event]));
  const events =
    (await fewOfTypes(ctx, wanted)) ??
    (await fewLabelled(ctx, { tag, channel, until: madeBefore(wanted) }, fewEvents));
  if (events) return ofEvents(tenantId, events);
  const open = isOpen(wanted) ? await findOpen(ctx, endpointIds) : undefined;
  return open && ofIds(tenantId, open);
}

/** The events of these types while they are few, since those have an index; deliveries by type have none. */
async function fewOfTypes(ctx: Context, { eventType }: Wanted): Promise<string[] | undefined> {
  if (!eventType) return undefined;
  const events = await readRows<{ id: string }>(
    ctx,
    sql`SELECT id FROM events WHERE tenant_id = ${ctx.tenantId}::uuid AND type = ANY(${eventType}::text[])
         LIMIT ${fewEvents + 1}`,
  );
  return events.length > fewEvents ? undefined : events.map(({ id }) => id);
}

/** Until when events are made whose deliveries a filter may find; no matter how long before `since`, by a delivery made later. */
export function madeBefore({ until }: Pick<Wanted, "until">): string | undefined {
  return until && new Date(Date.parse(until) + clockToleranceMs).toISOString();
}
