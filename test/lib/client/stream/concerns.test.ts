import { describe, expect, test } from "vitest";
import { keyOf } from "#lib/client/keys.ts";
import { type Changed, concerns, type Haste } from "#lib/client/stream/concerns.ts";

const kinds = ["event", "delivery", "endpoint", "replay"] as const;
type Kind = (typeof kinds)[number];

const changed = (kind: Kind): Changed => ({
  type: "changed",
  kind,
  ids: [`${kind}-1`],
  endpoints: kind === "delivery" ? ["endpoint-1"] : null,
});

const keys = {
  deliveries: keyOf("ten", "deliveries", "list", {}),
  "deliveries of the endpoint": keyOf("ten", "deliveries", "list", { endpoint: "endpoint-1" }),
  "deliveries of another endpoint": keyOf("ten", "deliveries", "list", { endpoint: "endpoint-2" }),
  "the delivery": keyOf("ten", "deliveries", "one", "delivery-1"),
  "another delivery": keyOf("ten", "deliveries", "one", "delivery-2"),
  histogram: keyOf("ten", "deliveries", "histogram", {}),
  events: keyOf("ten", "events", "list", {}),
  "histogram of events": keyOf("ten", "events", "histogram", {}),
  "the newest event": keyOf("ten", "events", "newest"),
  "the event": keyOf("ten", "events", "one", "event-1"),
  "another event": keyOf("ten", "events", "one", "event-2"),
  endpoints: keyOf("ten", "endpoints", "list", {}),
  "the endpoint": keyOf("ten", "endpoints", "one", "endpoint-1"),
  "another endpoint": keyOf("ten", "endpoints", "one", "endpoint-2"),
  replays: keyOf("ten", "replays", "list", {}),
  "the replay": keyOf("ten", "replays", "one", "replay-1"),
  "another replay": keyOf("ten", "replays", "one", "replay-2"),
  charts: keyOf("ten", "stats", "tenant", {}),
  members: keyOf("ten", "members", "list"),
  "an attempt": keyOf("ten", "attempts", "one", "attempt-1"),
};

/** What is read again, and how soon, when one thing of a kind changes. Written out by hand. */
const table: Record<Kind, Partial<Record<keyof typeof keys, Haste>>> = {
  event: { events: "now", "histogram of events": "soon", "the newest event": "now", "the event": "now" },
  delivery: {
    deliveries: "now",
    "deliveries of the endpoint": "now",
    "the delivery": "now",
    histogram: "soon",
    events: "now",
    // One of them may be what the filter asks for.
    "histogram of events": "soon",
    "the newest event": "now",
    // Which event a delivery is of is not told.
    "the event": "now",
    "another event": "now",
    endpoints: "soon",
    "the endpoint": "soon",
    charts: "soon",
  },
  endpoint: { endpoints: "now", "the endpoint": "now" },
  replay: { replays: "now", "the replay": "now" },
};

describe.each(kinds)("when one changes that is of the kind %s", (kind) => {
  test.each(Object.entries(keys))("%s", (name, key) => {
    expect(concerns(key, changed(kind))).toBe(table[kind][name as keyof typeof keys]);
  });
});

test("where nothing is named, anything may be meant", () => {
  const many: Changed = { ...changed("delivery"), ids: null, endpoints: null };
  expect(concerns(keys["another delivery"], many)).toBe("now");
  expect(concerns(keys["deliveries of another endpoint"], many)).toBe("now");
  expect(concerns(keys["another endpoint"], many)).toBe("soon");
});
