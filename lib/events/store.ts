import { deliveryChange, eventChange } from "../changes/change.ts";
import { noteChanges } from "../changes/note.ts";
import { hotPool, inTransaction, type Queryable } from "../db.ts";
import type { NewDelivery } from "../deliveries/insert.ts";
import { type AppError, invalid } from "../errors.ts";
import { failpoint } from "../failpoint.ts";
import { enqueue, jobsIn, wakeLanes } from "../queue/wake.ts";
import { deliveriesOf, inlineSubscribers } from "./fan-out.ts";
import { findRoutes } from "./find-routes.ts";
import { insertEvents } from "./insert-events.ts";
import { answerWithFirsts, takeOutRepeats } from "./repeats.ts";

export type NewEvent = {
  id: string;
  tenantId: string;
  /** Id or uid; the default application if undefined. */
  application: string | undefined;
  type: string;
  uid: string | undefined;
  data: string;
  channels: string[];
  tags: string[];
  /** Undefined is now, by the database clock. */
  occurredAt: Date | undefined;
  idempotency: { key: string; fingerprint: Buffer } | undefined;
  /** Of the request's span, continued by the attempts; undefined without traces. */
  traceParent: string | undefined;
};

export type StoredEvent = {
  id: string;
  type: string;
  applicationId: string;
  occurredAt: Date;
  createdAt: Date;
};

/** An event of a flush with its application known. */
export type ResolvedEvent = NewEvent & { applicationId: string };

export type StoreResult = { kind: "stored"; event: StoredEvent } | { kind: "refused"; error: AppError };

/** What was stored, in the order given, and what should be done about it now that it is durable. */
export type Stored = { results: StoreResult[]; announce: () => Promise<void> };

/**
 * Stores many events durably: the events and their deliveries by the subscriptions of this moment, all or nothing.
 * A refused event does not hinder the others.
 */
export function storeEvents(events: readonly NewEvent[]): Promise<Stored> {
  return inTransaction((client) => storeIn(client, events));
}

async function storeIn(client: Queryable, events: readonly NewEvent[]): Promise<Stored> {
  const results = new Map<string, StoreResult>();
  const routeOf = await findRoutes(client, events, inlineSubscribers + 1);
  const resolved = events.flatMap((event) => {
    const route = routeOf(event);
    if (route) return [{ ...event, applicationId: route.applicationId }];
    const error = invalid("application", "names no application of this tenant");
    results.set(event.id, { kind: "refused", error });
    return [];
  });
  const { fresh, firsts } = await takeOutRepeats(client, resolved, results);
  const [deliveries, large] = expand(fresh, (event) => routeOf(event)?.subscribers ?? []);
  failpoint("accept.before-commit");
  for (const event of await insertEvents(client, fresh, { deliveries, large }))
    results.set(event.id, { kind: "stored", event });
  await answerWithFirsts(client, { firsts, results });
  return {
    results: events.map((event) => resultOf(results, event)),
    announce: () => announce({ events: fresh, deliveries, large }),
  };
}

/** The deliveries of these events, and the ids of those with too many subscribers to be expanded here. */
function expand(
  events: readonly ResolvedEvent[],
  subscribersOf: (event: ResolvedEvent) => Parameters<typeof deliveriesOf>[1],
): [NewDelivery[], Set<string>] {
  const deliveries: NewDelivery[] = [];
  const large = new Set<string>();
  for (const event of events) {
    const subscribers = subscribersOf(event);
    if (subscribers.length > inlineSubscribers) large.add(event.id);
    else deliveries.push(...deliveriesOf(event, subscribers));
  }
  return [deliveries, large];
}

type Fresh = {
  events: readonly ResolvedEvent[];
  deliveries: readonly NewDelivery[];
  large: ReadonlySet<string>;
};

/** After the commit, since a NOTIFY inside would make all webs commit one after the other. */
async function announce({ events, deliveries, large }: Fresh): Promise<void> {
  noteChanges([...events.map(eventChange), ...deliveries.map(deliveryChange)]);
  const due = deliveries.filter((delivery) => delivery.status === "pending");
  const jobs = jobsIn(hotPool());
  await wakeLanes(jobs, [...new Set(due.map((delivery) => delivery.endpointId))]);
  for (const id of large) await enqueue(jobs, { queue: "fan-out", key: id, data: { eventId: id } });
}

function resultOf(results: Map<string, StoreResult>, { id }: NewEvent): StoreResult {
  const result = results.get(id);
  if (!result) throw new Error("an event of the flush has no result");
  return result;
}
