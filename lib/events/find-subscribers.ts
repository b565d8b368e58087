import type { Queryable } from "../db.ts";
import type { FanOutEvent } from "./fan-out.ts";
import { patternsOf } from "./subscription-patterns.ts";

export type Subscriber = {
  endpointId: string;
  state: "enabled" | "paused" | "disabled";
  channels: string[];
  payloadFormat: string;
};

type Row = {
  route: number;
  endpoint_id: string;
  state: Subscriber["state"];
  channels: string[];
  payload_format: string;
};

/**
 * Looks up the endpoints subscribed to the types of these events, once for each application and type, about `limit` of
 * them at most for each pattern; answers with a function from event to subscribers.
 */
export async function findSubscribers(client: Queryable, events: readonly FanOutEvent[], limit: number) {
  const routes = [...new Map(events.map((event) => [routeOf(event), event])).values()];
  const rows = await lookUp(client, routes, limit);
  const byRoute = Map.groupBy(rows, (row) => routeOf(routes[row.route]));
  return (event: FanOutEvent): Subscriber[] => distinct(byRoute.get(routeOf(event)) ?? []);
}

async function lookUp(client: Queryable, routes: FanOutEvent[], limit: number): Promise<Row[]> {
  const wanted = routes.flatMap((route, index) =>
    patternsOf(route.type).map((pattern) => ({ index, pattern, route })),
  );
  const { rows } = await client.query<Row>({
    name: "find-subscribers",
    text: `SELECT wanted.route, endpoint.id AS endpoint_id, endpoint.state, endpoint.channels, endpoint.payload_format
       FROM unnest($1::int[], $2::uuid[], $3::text[]) AS wanted (route, application_id, pattern)
      CROSS JOIN LATERAL (
        SELECT subscription.endpoint_id FROM endpoint_subscriptions subscription
         WHERE subscription.application_id = wanted.application_id AND subscription.pattern = wanted.pattern
         LIMIT $4) AS subscribed
      CROSS JOIN LATERAL (
        SELECT * FROM endpoints WHERE endpoints.id = subscribed.endpoint_id AND endpoints.deleted_at IS NULL
        LIMIT 1) AS endpoint`,
    values: [
      wanted.map(({ index }) => index),
      wanted.map(({ route }) => route.applicationId),
      wanted.map(({ pattern }) => pattern),
      limit,
    ],
  });
  return rows;
}

/** An endpoint that several of its patterns let in is one subscriber. */
function distinct(rows: readonly Row[]): Subscriber[] {
  return [...new Map(rows.map((row) => [row.endpoint_id, toSubscriber(row)])).values()];
}

function routeOf(event: FanOutEvent | undefined): string {
  return `${event?.applicationId}\n${event?.type}`;
}

function toSubscriber(row: Row): Subscriber {
  return {
    endpointId: row.endpoint_id,
    state: row.state,
    channels: row.channels,
    payloadFormat: row.payload_format,
  };
}
