import { env } from "#lib/env.ts";
import { patternsOf } from "#lib/events/subscription-patterns.ts";
import { demoApplications } from "./applications.ts";
import type { DemoEndpoint } from "./endpoints.ts";
import { eventCatalogue } from "./event-catalogue.ts";
import { idAt } from "./id-at.ts";
import { between, pick, pickWeighted, type Random } from "./random.ts";
import { type SimulatedDelivery, simulateDelivery } from "./simulate.ts";

/** An endpoint of the demo with the UUID it has in the database. */
export type SeededEndpoint = DemoEndpoint & { id: string };

export type HistoricEvent = {
  id: string;
  application: string;
  type: string;
  uid: string | null;
  data: string;
  tags: string[];
  channels: string[];
  at: Date;
  deliveries: HistoricDelivery[];
};

export type HistoricDelivery = SimulatedDelivery & { id: string; endpoint: SeededEndpoint; at: Date };

type Setting = { endpoints: readonly SeededEndpoint[]; now: Date; random: Random };

/** What happened in the demo's past: makes one event after the other, remembering which endpoints were disabled on the way. */
export function createHistory({ endpoints, now, random }: Setting) {
  const disabledAt = new Map<string, Date>();
  const schedule = env().retrySchedule;

  function deliver(endpoint: SeededEndpoint, at: Date): HistoricDelivery {
    const simulated = simulateDelivery({
      endpoint,
      schedule: endpoint.retrySchedule.length > 0 ? endpoint.retrySchedule : schedule,
      createdAt: at,
      disabledAt: disabledAt.get(endpoint.id),
      now,
      random,
    });
    const farewell = simulated.attempts.find(({ result }) => result.error?.kind === "gone");
    if (farewell) disabledAt.set(endpoint.id, simulated.completedAt ?? at);
    return { ...simulated, id: idAt(at), endpoint, at };
  }

  function eventAt(at: Date): HistoricEvent {
    const event = makeEvent(at, random);
    const patterns = patternsOf(event.type);
    const subscribed = endpoints.filter(
      (endpoint) =>
        endpoint.application === event.application &&
        endpoint.createdAt <= at &&
        endpoint.eventTypes.some((pattern) => patterns.includes(pattern)),
    );
    return { ...event, deliveries: subscribed.map((endpoint) => deliver(endpoint, at)) };
  }

  return { eventAt, disabledAt };
}

function makeEvent(at: Date, random: Random): Omit<HistoricEvent, "deliveries"> {
  const { name, make } = pickWeighted(random, eventCatalogue);
  const data = make(random, at);
  return {
    id: idAt(at),
    application: pickWeighted(random, demoApplications).uid,
    type: name,
    uid: random() < 0.7 ? `${name}:${String(data.id)}:${between(random, 1, 1e9).toString(36)}` : null,
    data: JSON.stringify(data),
    tags:
      random() < 0.25
        ? [`region:${pick(random, ["eu", "us"])}`, `plan:${pick(random, ["team", "scale"])}`]
        : [],
    channels: random() < 0.1 ? ["backoffice"] : [],
    at,
  };
}
