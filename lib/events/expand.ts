import { announceChanges } from "../changes/notification.ts";
import { inTransaction, type Queryable } from "../db.ts";
import { insertDeliveries } from "../deliveries/insert.ts";
import { failpoint } from "../failpoint.ts";
import { jobsIn, wakeLanes } from "../queue/wake.ts";
import { inSpan } from "../tracing.ts";
import { deliveriesOf, type FanOutEvent } from "./fan-out.ts";
import type { Subscriber } from "./find-routes.ts";
import { patternsOf } from "./subscription-patterns.ts";

const pageSize = 5_000;

/**
 * Expands a committed event that has very many subscribers, in one transaction, so that it happens once however often
 * the job runs. Only endpoints that existed when the event was accepted count.
 */
export async function expandEvent(eventId: string): Promise<void> {
  await inTransaction(async (client) => {
    const event = await lockEvent(client, eventId);
    if (!event) return;
    const parent = event.traceParent ?? undefined;
    await inSpan("fan-out", { kind: "internal", parent }, () => expand(client, event));
    failpoint("fan-out.before-commit");
  });
  failpoint("fan-out.after-commit");
}

type Committed = FanOutEvent & { createdAt: Date; traceParent: string | null };

async function lockEvent(client: Queryable, eventId: string): Promise<Committed | undefined> {
  const { rows } = await client.query<Committed>(
    `SELECT id, tenant_id AS "tenantId", application_id AS "applicationId", type, channels, created_at AS "createdAt",
            trace_parent AS "traceParent"
       FROM events WHERE id = $1 AND NOT is_fanned_out FOR UPDATE`,
    [eventId],
  );
  return rows[0];
}

async function expand(client: Queryable, event: Committed): Promise<void> {
  const subscribers = await allSubscribers(client, event);
  for (let from = 0; from < subscribers.length; from += pageSize) {
    const deliveries = deliveriesOf(event, subscribers.slice(from, from + pageSize));
    await insertDeliveries(client, deliveries);
    const due = deliveries.filter((delivery) => delivery.status === "pending");
    await wakeLanes(jobsIn(client), [...new Set(due.map((delivery) => delivery.endpointId))]);
  }
  await client.query("UPDATE events SET is_fanned_out = true WHERE id = $1", [event.id]);
  const { tenantId, applicationId } = event;
  await announceChanges(jobsIn(client), [{ kind: "delivery", tenantId, applicationId }]);
}

async function allSubscribers(client: Queryable, event: Committed): Promise<Subscriber[]> {
  const { rows } = await client.query<Subscriber>(
    `SELECT DISTINCT endpoint.id AS "endpointId", endpoint.state, endpoint.channels, endpoint.payload_format AS "payloadFormat"
       FROM endpoint_subscriptions subscription JOIN endpoints endpoint ON endpoint.id = subscription.endpoint_id
      WHERE subscription.application_id = $1 AND subscription.pattern = ANY($2::text[])
        AND endpoint.deleted_at IS NULL AND endpoint.created_at <= $3`,
    [event.applicationId, patternsOf(event.type), event.createdAt],
  );
  return rows;
}
