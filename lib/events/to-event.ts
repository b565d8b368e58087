import type { Event } from "../contracts/events.ts";
import { toPublicId } from "../ids.ts";
import { type Sql, sql } from "../log-query/sql.ts";

export type EventRow = {
  id: string;
  uid: string | null;
  type: string;
  application_id: string;
  channels: string[];
  tags: string[];
  is_test: boolean;
  occurred_at: Date;
  created_at: Date;
};

/** The columns of an `EventRow`: all but the data, which may be large. */
export const eventColumns: Sql = sql`event.id, event.uid, event.type, event.application_id, event.channels, event.tags,
  event.is_test, event.occurred_at, event.created_at`;

/** The event as lists show it. */
export function toEvent(row: EventRow, deliveryCounts: Event["deliveryCounts"] | undefined): Event {
  return {
    id: toPublicId("event", row.id),
    uid: row.uid,
    type: row.type,
    application: toPublicId("application", row.application_id),
    channels: row.channels,
    tags: row.tags,
    isTest: row.is_test,
    timestamp: row.occurred_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    deliveryCounts: deliveryCounts ?? { open: 0, delivered: 0, failed: 0, canceled: 0 },
  };
}
