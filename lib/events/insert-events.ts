import { binaryColumn } from "../binary-column.ts";
import type { Queryable, Statements } from "../db.ts";
import { deliveryColumns, insertDeliveriesFrom, type NewDelivery } from "../deliveries/insert.ts";
import type { ResolvedEvent, StoredEvent } from "./store.ts";

type EventRow = { id: string; type: string; application_id: string; occurred_at: Date; created_at: Date };

type WithEvents = {
  /** Of these events, inserted by the same statement: both or neither. */
  deliveries: readonly NewDelivery[];
  /** Events still to be expanded to their deliveries, by id. */
  large?: ReadonlySet<string>;
  isTest?: boolean;
};

/** Inserts events with their deliveries in one statement, and answers with their accepted form. */
export async function insertEvents(
  client: Statements,
  events: readonly ResolvedEvent[],
  { deliveries, large = new Set(), isTest = false }: WithEvents,
): Promise<StoredEvent[]> {
  if (events.length === 0) return [];
  const { rows } = await client.query<{ created_at: Date }>({
    name: "insert-events",
    text: insertStatement,
    values: [
      binaryColumn("uuid", events, (event) => event.id),
      binaryColumn("uuid", events, (event) => event.tenantId),
      binaryColumn("uuid", events, (event) => event.applicationId),
      binaryColumn("text", events, (event) => event.type),
      binaryColumn("text", events, (event) => event.uid ?? null),
      binaryColumn("text", events, (event) => event.data),
      binaryColumn("json", events, (event) => JSON.stringify(event.channels)),
      binaryColumn("json", events, (event) => JSON.stringify(event.tags)),
      binaryColumn("timestamptz", events, (event) => event.occurredAt ?? null),
      binaryColumn("bool", events, (event) => !large.has(event.id)),
      isTest,
      binaryColumn("text", events, (event) => event.traceParent ?? null),
      ...deliveryColumns(deliveries),
    ],
  });
  const [row] = rows;
  if (!row) throw new Error("the statement that stores events told no time");
  const createdAt = row.created_at;
  return events.map(({ id, type, applicationId, occurredAt = createdAt }) => ({
    id,
    type,
    applicationId,
    occurredAt,
    createdAt,
  }));
}

/** The search index learns of the events in `payload_backlog`. Lists travel as JSON since an unnested array of arrays would lose its shape. */
const insertStatement = `
  WITH delivery AS (${insertDeliveriesFrom(13)}
  ), noted AS (
    INSERT INTO payload_backlog (event_ids) VALUES ($1::uuid[])
  ), stored AS (
    INSERT INTO events (id, tenant_id, application_id, type, uid, data, channels, tags, is_test, is_fanned_out, trace_parent, occurred_at, created_at)
    SELECT id, tenant_id, application_id, type, uid, data,
           ARRAY(SELECT json_array_elements_text(channels)), ARRAY(SELECT json_array_elements_text(tags)),
           $11, is_fanned_out, trace_parent, coalesce(occurred_at, now()), now()
      FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::json[], $8::json[], $9::timestamptz[], $10::bool[], $12::text[])
        AS event (id, tenant_id, application_id, type, uid, data, channels, tags, occurred_at, is_fanned_out, trace_parent)
  )
  SELECT now()::timestamptz(3) AS created_at`;

/** Reads back the accepted form of events by id. */
export async function findStored(client: Queryable, ids: readonly string[]): Promise<StoredEvent[]> {
  const { rows } = await client.query<EventRow>(
    "SELECT id, type, application_id, occurred_at, created_at FROM events WHERE id = ANY($1::uuid[])",
    [ids],
  );
  return rows.map(toStored);
}

function toStored(row: EventRow): StoredEvent {
  return {
    id: row.id,
    type: row.type,
    applicationId: row.application_id,
    occurredAt: row.occurred_at,
    createdAt: row.created_at,
  };
}
