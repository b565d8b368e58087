import { newId, toPublicId } from "#lib/ids.ts";

/** By path: what the page says, and the heading of the page to which each of its links leads. */
export type MissingPlaces = Record<string, [title: string, links: Record<string, string>]>;

/** What is not there in a tenant. */
export const missingPlaces: MissingPlaces = {
  [`/endpoints/${toPublicId("endpoint", newId())}`]: [
    "This endpoint is gone",
    { "See all endpoints": "Endpoints", "Search the deliveries": "Deliveries" },
  ],
  [`/applications/${toPublicId("application", newId())}`]: [
    "This application is gone",
    { "See all applications": "Applications" },
  ],
  [`/deliveries/${toPublicId("delivery", newId())}`]: [
    "No such delivery",
    { "All deliveries": "Deliveries" },
  ],
  [`/events/${toPublicId("event", newId())}`]: ["No such event", { "All events": "Events" }],
  [`/replays/${toPublicId("replay", newId())}`]: [
    "There is no such replay",
    { "See all replays": "Replays" },
  ],
  [`/views/${toPublicId("view", newId())}`]: [
    "There is no such view",
    { "See all deliveries": "Deliveries", "See all events": "Events" },
  ],
  "/event-types/never.described": [
    "This event type is not in the catalogue",
    { "See all event types": "Event types", "Find its events": "Events" },
  ],
  "/nothing-here": [
    "There is nothing here",
    { "Go to the overview": "Overview", "See all endpoints": "Endpoints" },
  ],
};
