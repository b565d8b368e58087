import type { Context } from "../context.ts";
import { propertyConditions } from "../deliveries/conditions.ts";
import { dataFieldEquals } from "../log-query/data-field.ts";
import { findApplication } from "../log-query/find-application.ts";
import { labelledWith } from "../log-query/labelled-with.ts";
import { readRows } from "../log-query/read-rows.ts";
import { resolveSearch, type Search } from "../log-query/resolve-search.ts";
import { all, type Sql, sql } from "../log-query/sql.ts";
import { madeSince, withinWindow } from "../log-query/time-window.ts";
import { findMatches } from "../payload-index/find-matches.ts";
import type { EventFilter } from "./list.ts";

const none = sql`FALSE`;

/** A filter as conditions on `event`, confined to the tenant; `searchesData` when payloads must be looked at. */
export async function eventConditions(ctx: Context, filter: EventFilter) {
  const search = filter.q === undefined ? undefined : await resolveSearch(ctx, filter.q);
  const matches = search?.kind === "field" ? await findMatches(ctx, search, filter) : undefined;
  const conditions = [
    sql`event.tenant_id = ${ctx.tenantId}::uuid`,
    ...withinWindow(sql`event.id`, filter),
    ...(filter.type === undefined ? [] : [sql`event.type = ANY(${filter.type}::text[])`]),
    ...labelledWith(filter),
    ...(await ofDeliveries(ctx, filter)),
    ...(filter.application === undefined ? [] : [await ofApplication(ctx, filter.application)]),
    ...(matches ? [sql`event.id = ANY(${matches}::uuid[])`] : search ? [ofSearch(ctx, search)] : []),
  ];
  return { conditions, searchesData: search?.kind === "field" && matches === undefined };
}

const fewDeliveries = 10_000;

/** By the deliveries while they are few; else by those of each event, since then one soon turns up that has such a one. */
async function ofDeliveries(ctx: Context, filter: EventFilter): Promise<Sql[]> {
  const { endpoint, status, responseStatus, errorKind } = filter;
  const properties = propertyConditions({ endpoint, status, responseStatus, errorKind });
  if (properties.length === 0) return [];
  const matching = all([
    sql`delivery.tenant_id = ${ctx.tenantId}::uuid`,
    ...madeSince(sql`delivery.id`, filter),
    ...properties,
  ]);
  const found = await readRows<{ event_id: string }>(
    ctx,
    sql`SELECT delivery.event_id FROM deliveries delivery WHERE ${matching} LIMIT ${fewDeliveries + 1}`,
  );
  if (found.length > fewDeliveries)
    return [
      sql`EXISTS (SELECT 1 FROM deliveries delivery WHERE delivery.event_id = event.id AND ${matching})`,
    ];
  const ids = new Set(found.map(({ event_id }) => event_id));
  return [sql`event.id = ANY(${[...ids]}::uuid[])`];
}

async function ofApplication(ctx: Context, reference: string): Promise<Sql> {
  const id = await findApplication(ctx, reference);
  return id === undefined ? none : sql`event.application_id = ${id}::uuid`;
}

function ofSearch({ tenantId }: Context, search: Search): Sql {
  switch (search.kind) {
    case "event":
      return sql`event.id = ${search.id}::uuid`;
    case "delivery":
      return sql`event.id = (
        SELECT event_id FROM deliveries WHERE id = ${search.id}::uuid AND tenant_id = ${tenantId}::uuid)`;
    case "endpoint":
      return sql`EXISTS (
        SELECT 1 FROM deliveries delivery
         WHERE delivery.event_id = event.id AND delivery.endpoint_id = ${search.id}::uuid
           AND delivery.tenant_id = ${tenantId}::uuid)`;
    case "application":
      return sql`event.application_id = ${search.id}::uuid`;
    case "field":
      return dataFieldEquals(sql`event.data`, search);
    case "nothing":
      return none;
  }
}
