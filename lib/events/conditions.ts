import type { Context } from "../context.ts";
import { dataFieldEquals } from "../log-query/data-field.ts";
import { findApplication } from "../log-query/find-application.ts";
import { resolveSearch, type Search } from "../log-query/resolve-search.ts";
import { type Sql, sql } from "../log-query/sql.ts";
import { withinWindow } from "../log-query/time-window.ts";
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
    ...propertyConditions(filter),
    ...(filter.application === undefined ? [] : [await ofApplication(ctx, filter.application)]),
    ...(matches ? [sql`event.id = ANY(${matches}::uuid[])`] : search ? [ofSearch(ctx, search)] : []),
  ];
  return { conditions, searchesData: search?.kind === "field" && matches === undefined };
}

function propertyConditions({ type, tag, channel }: EventFilter): Sql[] {
  const conditions: Sql[] = [];
  if (type) conditions.push(sql`event.type = ANY(${type}::text[])`);
  if (tag) conditions.push(sql`event.tags <> '{}' AND event.tags @> ARRAY[${tag}]`);
  if (channel) conditions.push(sql`event.channels <> '{}' AND event.channels @> ARRAY[${channel}]`);
  return conditions;
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
