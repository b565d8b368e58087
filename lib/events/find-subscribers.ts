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
 * Looks up the endpoints subscribed to the types of these events, once for each application and type, at most `limit`
 * each; answers with a function from event to subscribers.
 */
export async function findSubscribers(client: Queryable, events: readonly FanOutEvent[], limit: number) {
  const routes = [...new Map(events.map((event) => [routeOf(event), event])).values()];
  const rows = await lookUp(client, routes, limit);
  const byRoute = Map.groupBy(rows, (row) => routeOf(routes[row.route]));
  return (event: FanOutEvent): Subscriber[] => (byRoute.get(routeOf(event)) ?? []).map(toSubscriber);
}

async function lookUp(client: Queryable, routes: FanOutEvent[], limit: number): Promise<Row[]> {
  const { rows } = await client.query<Row>({
    name: "find-subscribers",
    text: `SELECT wanted.route, found.*
       FROM unnest($1::int[], $2::uuid[], $3::json[]) AS wanted (route, application_id, patterns)
      CROSS JOIN LATERAL (
        SELECT endpoint.id AS endpoint_id, endpoint.state, endpoint.channels, endpoint.payload_format
          FROM endpoints endpoint
         WHERE endpoint.deleted_at IS NULL
           AND endpoint.id IN (
             SELECT subscription.endpoint_id FROM endpoint_subscriptions subscription
              WHERE subscription.application_id = wanted.application_id
                AND subscription.pattern IN (SELECT json_array_elements_text(wanted.patterns)))
         LIMIT $4) AS found`,
    values: [
      routes.map((_, index) => index),
      routes.map((route) => route.applicationId),
      routes.map((route) => JSON.stringify(patternsOf(route.type))),
      limit,
    ],
  });
  return rows;
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
