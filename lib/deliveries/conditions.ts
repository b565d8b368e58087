import type { Context } from "../context.ts";
import type { Noun } from "../contracts/ids.ts";
import { fromPublicId } from "../ids.ts";
import { dataFieldEquals } from "../log-query/data-field.ts";
import { findApplication } from "../log-query/find-application.ts";
import { labelledWith } from "../log-query/labelled-with.ts";
import { readRows } from "../log-query/read-rows.ts";
import { resolveSearch, type Search } from "../log-query/resolve-search.ts";
import { all, any, type Sql, sql } from "../log-query/sql.ts";
import { withinWindow } from "../log-query/time-window.ts";
import { findMatches } from "../payload-index/find-matches.ts";
import type { DeliveryFilter } from "./list.ts";

const none = sql`FALSE`;

/** A filter as conditions on `delivery`, confined to the tenant; `searchesData` when payloads must be looked at. */
export async function deliveryConditions(ctx: Context, filter: DeliveryFilter) {
  const search = filter.q === undefined ? undefined : await resolveSearch(ctx, filter.q);
  const matches = search?.kind === "field" ? await findMatches(ctx, search) : undefined;
  const conditions = [
    sql`delivery.tenant_id = ${ctx.tenantId}::uuid`,
    ...withinWindow(sql`delivery.id`, filter),
    ...propertyConditions(filter),
    ...(filter.eventType === undefined ? [] : [await ofEventTypes(ctx, filter.eventType)]),
    ...(await ofLabels(ctx, filter)),
    ...(filter.application === undefined ? [] : [await ofReference(ctx, filter.application)]),
    ...(matches
      ? [sql`delivery.event_id = ANY(${matches}::uuid[])`]
      : search
        ? [await ofSearch(ctx, search)]
        : []),
  ];
  return { conditions, searchesData: search?.kind === "field" && matches === undefined };
}

type Properties = Partial<
  Pick<DeliveryFilter, "id" | "endpoint" | "event" | "replay" | "status" | "responseStatus" | "errorKind">
>;

/** The part of a filter that a delivery's own row answers, as conditions on `delivery`. */
export function propertyConditions(filter: Properties): Sql[] {
  const { id, endpoint, event, replay, status, responseStatus, errorKind } = filter;
  const conditions: Sql[] = [];
  if (id) conditions.push(sql`delivery.id = ANY(${id.map((each) => uuidOf("delivery", each))}::uuid[])`);
  if (endpoint) conditions.push(sql`delivery.endpoint_id = ${uuidOf("endpoint", endpoint)}::uuid`);
  if (event) conditions.push(sql`delivery.event_id = ${uuidOf("event", event)}::uuid`);
  if (replay) conditions.push(sql`delivery.replay_id = ${uuidOf("replay", replay)}::uuid`);
  if (status) conditions.push(any(status.map((one) => sql`delivery.status = ${one}::delivery_status`)));
  if (responseStatus) conditions.push(ofResponseStatus(responseStatus));
  if (errorKind) {
    conditions.push(
      sql`delivery.last_error_kind IS NOT NULL AND delivery.last_error_kind = ANY(${errorKind}::text[])`,
    );
  }
  return conditions;
}

/** An answer other than 2xx is always an error; saying so lets the index of troubled deliveries serve. */
function ofResponseStatus(responseStatus: string): Sql {
  const from = Number(responseStatus.replace("xx", "00"));
  const until = responseStatus.endsWith("xx") ? from + 100 : from + 1;
  const range = sql`delivery.last_response_status >= ${from}::int AND delivery.last_response_status < ${until}::int`;
  const isSuccess = from >= 200 && from < 300;
  return isSuccess ? range : sql`delivery.last_error_kind IS NOT NULL AND ${range}`;
}

const fewEvents = 1_000;

/** By the events of these types while they are few, since those have an index; deliveries by type have none. */
async function ofEventTypes(ctx: Context, types: readonly string[]): Promise<Sql> {
  const events = await readRows<{ id: string }>(
    ctx,
    sql`SELECT id FROM events WHERE tenant_id = ${ctx.tenantId}::uuid AND type = ANY(${types}::text[]) LIMIT ${fewEvents + 1}`,
  );
  if (events.length > fewEvents) return sql`delivery.event_type = ANY(${types}::text[])`;
  return sql`delivery.event_id = ANY(${events.map((event) => event.id)}::uuid[])`;
}

/** By the events with this tag and channel while they are few; else each delivery's event is looked at. */
async function ofLabels(ctx: Context, filter: DeliveryFilter): Promise<Sql[]> {
  const labels = labelledWith(filter);
  if (labels.length === 0) return [];
  const labelled = all([sql`event.tenant_id = ${ctx.tenantId}::uuid`, ...labels]);
  const events = await readRows<{ id: string }>(
    ctx,
    sql`SELECT event.id FROM events event WHERE ${labelled} LIMIT ${fewEvents + 1}`,
  );
  if (events.length > fewEvents)
    return [sql`EXISTS (SELECT 1 FROM events event WHERE event.id = delivery.event_id AND ${labelled})`];
  return [sql`delivery.event_id = ANY(${events.map((event) => event.id)}::uuid[])`];
}

async function ofReference(ctx: Context, reference: string): Promise<Sql> {
  const id = await findApplication(ctx, reference);
  return id === undefined ? none : ofApplication(ctx, id);
}

const fewEndpoints = 100;

/** By the endpoints of the application while they are few, since those have an index and applications have none. */
async function ofApplication(ctx: Context, id: string): Promise<Sql> {
  const endpoints = await readRows<{ id: string }>(
    ctx,
    sql`SELECT id FROM endpoints WHERE application_id = ${id}::uuid LIMIT ${fewEndpoints + 1}`,
  );
  if (endpoints.length > fewEndpoints) return sql`delivery.application_id = ${id}::uuid`;
  return sql`delivery.endpoint_id = ANY(${endpoints.map((endpoint) => endpoint.id)}::uuid[])`;
}

async function ofSearch(ctx: Context, search: Search): Promise<Sql> {
  switch (search.kind) {
    case "delivery":
      return sql`delivery.id = ${search.id}::uuid`;
    case "event":
      return sql`delivery.event_id = ${search.id}::uuid`;
    case "endpoint":
      return sql`delivery.endpoint_id = ${search.id}::uuid`;
    case "application":
      return ofApplication(ctx, search.id);
    case "field":
      return sql`EXISTS (
        SELECT 1 FROM events event
         WHERE event.id = delivery.event_id AND event.tenant_id = ${ctx.tenantId}::uuid
           AND ${dataFieldEquals(sql`event.data`, search)})`;
    case "nothing":
      return none;
  }
}

/** The contract has checked the form; an id that still is none finds nothing. */
function uuidOf(noun: Noun, publicId: string): string | null {
  return fromPublicId(noun, publicId) ?? null;
}
