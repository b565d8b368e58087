import type { EventRequest } from "../processes/event-request.ts";
import type { Rig } from "../rig/rig.ts";
import { type EndpointRow, insertTenant, type TenantRows } from "./tenant.ts";

/** One kind of event of one tenant: what is posted, and where it must arrive. */
export type Stream = EventRequest & {
  /** Lanes of the receiver that must get each of its events exactly once. */
  lanes: number[];
  /** Endpoints it goes to that never take anything. */
  deadEndpoints: number;
};

export const eventsPath = "/api/v1/events";

/** What the receiver does at an endpoint; `refuse` is a port where nobody listens. */
export type Behaviour = "ok" | "slow" | "fail" | "hang" | "drip" | "refuse";

type Layout = {
  endpoints: number;
  /** Endpoints per event type. */
  fanOut?: number;
  /** Of the endpoint at this position; `ok` unless told otherwise. */
  behaviourOf?: (position: number) => Behaviour;
  settings?: Partial<EndpointRow>;
};

let lanesGiven = 0;

/** A new tenant whose endpoints stand in groups of `fanOut`, one event type a group, each endpoint with a lane of its own. */
export async function createStreams(
  rig: Rig,
  { endpoints, fanOut = 1, behaviourOf = () => "ok", settings = {} }: Layout,
): Promise<{ tenant: TenantRows; streams: Stream[] }> {
  const first = lanesGiven;
  lanesGiven += endpoints;
  const groups = Math.max(1, Math.floor(endpoints / fanOut));
  const placed = Array.from({ length: groups * fanOut }, (_, position) => ({
    lane: first + position,
    group: position % groups,
    behaviour: behaviourOf(position),
  }));
  const tenant = await insertTenant(
    rig.db,
    placed.map(({ lane, group, behaviour }) => ({
      url: urlOf(rig, behaviour, lane),
      type: `bench.${group}`,
      ...settings,
    })),
  );
  const streams = [...Map.groupBy(placed, ({ group }) => group)].map(([group, members]) => {
    const lanes = members.filter(({ behaviour }) => isRecorded(behaviour)).map(({ lane }) => lane);
    const deadEndpoints = members.length - lanes.length;
    return { path: eventsPath, apiKey: tenant.apiKey, type: `bench.${group}`, lanes, deadEndpoints };
  });
  return { tenant, streams };
}

function isRecorded(behaviour: Behaviour): boolean {
  return behaviour === "ok" || behaviour === "slow";
}

function urlOf(rig: Rig, behaviour: Behaviour, lane: number): string {
  if (behaviour === "refuse") return `http://127.0.0.1:9/${lane}`;
  return `http://127.0.0.1:${rig.receiverPort}/${behaviour}/${lane}`;
}
