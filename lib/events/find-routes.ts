import type { Queryable } from "../db.ts";
import { fromPublicId } from "../ids.ts";
import { patternsOf } from "./subscription-patterns.ts";

export type Subscriber = {
  endpointId: string;
  state: "enabled" | "paused" | "disabled";
  channels: string[];
  payloadFormat: string;
};

/** Where events of one application and type go. */
export type Route = { applicationId: string; subscribers: Subscriber[] };

/** What decides where an event goes; `application` is an id or uid, the default application if undefined. */
export type Routable = { tenantId: string; application: string | undefined; type: string };

/**
 * Looks up the application of these events, each in its own tenant, and the endpoints subscribed to their types, about
 * `limit` of them at most for each pattern; answers with a function from event to route, undefined where the
 * application is unknown. One statement, and one look-up for each application and type.
 */
export async function findRoutes(
  client: Queryable,
  events: readonly Routable[],
  limit: number,
): Promise<(event: Routable) => Route | undefined> {
  const wanted = [...new Map(events.map((event) => [keyOf(event), event])).values()];
  const { rows } = await client.query<Row>({
    name: "find-routes",
    text: routesStatement,
    values: [
      wanted.map(({ tenantId }) => tenantId),
      wanted.map(({ application }) => application ?? null),
      wanted.map(({ application }) => (application && fromPublicId("application", application)) || null),
      wanted.map(({ type }) => JSON.stringify(patternsOf(type))),
      limit,
    ],
  });
  const routes = Map.groupBy(rows, (row) => keyOf(wanted[Number(row.position) - 1]));
  const known = new Map([...routes].map(([key, found]) => [key, toRoute(found)]));
  return (event) => known.get(keyOf(event));
}

type Row = {
  position: string;
  application_id: string;
  endpoint_id: string | null;
  state: Subscriber["state"];
  channels: string[];
  payload_format: string;
};

const routesStatement = `
  SELECT wanted.position, application.id AS application_id,
         subscriber.id AS endpoint_id, subscriber.state, subscriber.channels, subscriber.payload_format
    FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::json[]) WITH ORDINALITY
           AS wanted (tenant_id, uid, id, patterns, position)
   CROSS JOIN LATERAL (
     SELECT id FROM applications
      WHERE wanted.uid IS NULL AND tenant_id = wanted.tenant_id AND is_default AND deleted_at IS NULL
     UNION ALL
     SELECT id FROM applications
      WHERE tenant_id = wanted.tenant_id AND uid = wanted.uid AND deleted_at IS NULL
     UNION ALL
     SELECT id FROM applications
      WHERE id = wanted.id AND tenant_id = wanted.tenant_id AND deleted_at IS NULL
     LIMIT 1) AS application
    LEFT JOIN LATERAL (
      SELECT endpoint.*
        FROM json_array_elements_text(wanted.patterns) AS listed (pattern)
       CROSS JOIN LATERAL (
         SELECT subscription.endpoint_id FROM endpoint_subscriptions subscription
          WHERE subscription.application_id = application.id AND subscription.pattern = listed.pattern
          LIMIT $5) AS subscribed
       CROSS JOIN LATERAL (
         SELECT id, state, channels, payload_format FROM endpoints
          WHERE endpoints.id = subscribed.endpoint_id AND endpoints.deleted_at IS NULL
          LIMIT 1) AS endpoint) AS subscriber ON true`;

/** An endpoint that several of its patterns let in is one subscriber. */
function toRoute(rows: readonly Row[]): Route {
  const subscribers = new Map<string, Subscriber>();
  for (const { endpoint_id: endpointId, state, channels, payload_format: payloadFormat } of rows)
    if (endpointId !== null) subscribers.set(endpointId, { endpointId, state, channels, payloadFormat });
  return { applicationId: rows[0]?.application_id ?? "", subscribers: [...subscribers.values()] };
}

function keyOf(event: Routable | undefined): string {
  return `${event?.tenantId}\n${event?.type}\n${event?.application ?? ""}`;
}
