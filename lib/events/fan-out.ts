import type { NewDelivery } from "../deliveries/insert.ts";
import { newId } from "../ids.ts";
import type { Subscriber } from "./find-routes.ts";
import { channelsMatch } from "./subscription-patterns.ts";

export type FanOutEvent = {
  id: string;
  tenantId: string;
  applicationId: string;
  type: string;
  channels: readonly string[];
};

/**
 * An event with more subscribers is stored with a mark alone and expanded by a job from its committed row, so that one
 * accept stays short.
 */
export const inlineSubscribers = 500;

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
