import type { Queryable } from "../db.ts";
import { insertDeliveries, type NewDelivery } from "../deliveries/insert.ts";
import { newId } from "../ids.ts";
import { enqueue, jobsIn, wakeLanes } from "../queue/wake.ts";
import { findSubscribers, type Subscriber } from "./find-subscribers.ts";
import { channelsMatch } from "./subscription-patterns.ts";

export type FanOutEvent = {
  id: string;
  tenantId: string;
  applicationId: string;
  type: string;
  channels: readonly string[];
};

/** Above so many subscribers an event is expanded by a job of its own, so that one accept stays short. */
const inlineSubscribers = 500;

/**
 * Expands events to deliveries by the subscriptions of this moment and wakes the lanes, within the caller's transaction.
 * An event for very many endpoints is only marked, and expanded by a `fan-out` job from its committed row.
 */
export async function fanOut(client: Queryable, events: readonly FanOutEvent[]): Promise<void> {
  const subscribers = await findSubscribers(client, events, inlineSubscribers + 1);
  const small = events.filter((event) => subscribers(event).length <= inlineSubscribers);
  const large = events.filter((event) => !small.includes(event));
  const deliveries = small.flatMap((event) => deliveriesOf(event, subscribers(event)));
  await insertDeliveries(client, deliveries);
  await wakeLanes(jobsIn(client), [
    ...new Set(deliveries.filter(isDue).map((delivery) => delivery.endpointId)),
  ]);
  await postpone(client, large);
}

/** The deliveries of an event to those subscribers whose channels match; to a disabled endpoint it is born canceled, so that it can be replayed. */
export function deliveriesOf(event: FanOutEvent, subscribers: readonly Subscriber[]): NewDelivery[] {
  return subscribers
    .filter((subscriber) => channelsMatch(subscriber.channels, event.channels))
    .map((subscriber) => ({
      id: newId(),
      tenantId: event.tenantId,
      applicationId: event.applicationId,
      eventId: event.id,
      eventType: event.type,
      endpointId: subscriber.endpointId,
      payloadFormat: subscriber.payloadFormat,
      status: subscriber.state === "disabled" ? "canceled" : "pending",
    }));
}

function isDue(delivery: NewDelivery): boolean {
  return delivery.status === "pending";
}

async function postpone(client: Queryable, events: readonly FanOutEvent[]): Promise<void> {
  if (events.length === 0) return;
  const ids = events.map((event) => event.id);
  await client.query("UPDATE events SET is_fanned_out = false WHERE id = ANY($1::uuid[])", [ids]);
  for (const id of ids) await enqueue(jobsIn(client), { queue: "fan-out", key: id, data: { eventId: id } });
}
