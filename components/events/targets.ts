import type { Endpoint } from "#lib/contracts/endpoints.ts";
import type { EventDetail } from "#lib/contracts/events.ts";

/** An endpoint that an event may be sent to again. */
export type Target = {
  id: string;
  url: string;
  /** The event has a delivery to it already. */
  wasTarget: boolean;
  isDisabled: boolean;
  isPaused: boolean;
};

/** The endpoints of the event's application, those it was for first. Deleted ones are not among them. */
export function findTargets(event: EventDetail, endpoints: readonly Endpoint[]): Target[] {
  const targeted = new Set(event.deliveries.map((delivery) => delivery.endpoint));
  return endpoints
    .map(({ id, url, state }) => ({
      id,
      url,
      wasTarget: targeted.has(id),
      isDisabled: state === "disabled",
      isPaused: state === "paused",
    }))
    .sort((left, right) => Number(right.wasTarget) - Number(left.wasTarget));
}
