import type pg from "pg";
import { toPublicId } from "#lib/ids.ts";

export type EventRow = { id: string; type: string; key: string | undefined };

export type DeliveryRow = {
  id: string;
  eventId: string;
  eventType: string;
  endpointId: string;
  status: string;
  attemptCount: number;
};

export type AttemptRow = { number: number; responseStatus: number | null; errorKind: string | null };

/** What the product says happened; ids as the API shows them. */
export type Rows = {
  events: EventRow[];
  /** Without those of the pile that were canceled before anything was sent. */
  deliveries: DeliveryRow[];
  /** By delivery id, in the order of their numbers. */
  attempts: Map<string, AttemptRow[]>;
};

export async function readRows(db: pg.Pool): Promise<Rows> {
  const [events, deliveries, attempts] = await Promise.all([
    db.query<{ id: string; type: string; data: string }>(
      "SELECT id, type, data FROM events WHERE type <> 'pile.item'",
    ),
    db.query<Omit<DeliveryRow, "id"> & { id: string }>(deliveriesStatement),
    db.query<AttemptRow & { deliveryId: string }>(attemptsStatement),
  ]);
  return {
    events: events.rows.map(({ id, type, data }) => ({
      id: toPublicId("event", id),
      type,
      key: keyIn(data),
    })),
    deliveries: deliveries.rows.map((row) => ({
      ...row,
      eventId: toPublicId("event", row.eventId),
      endpointId: toPublicId("endpoint", row.endpointId),
    })),
    attempts: Map.groupBy(attempts.rows, (row) => row.deliveryId),
  };
}

const deliveriesStatement = `
  SELECT id, event_id AS "eventId", event_type AS "eventType", endpoint_id AS "endpointId", status::text AS status,
         attempt_count AS "attemptCount"
    FROM deliveries WHERE NOT (event_type = 'pile.item' AND status = 'canceled' AND attempt_count = 0)`;

const attemptsStatement = `
  SELECT delivery_id AS "deliveryId", number, response_status AS "responseStatus", error_kind AS "errorKind"
    FROM attempts ORDER BY delivery_id, number`;

function keyIn(data: string): string | undefined {
  return /^\{"key":"([^"]+)"/.exec(data)?.[1];
}
