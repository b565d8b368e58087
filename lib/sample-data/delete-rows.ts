import type { Queryable } from "../db.ts";

export type SampleRows = {
  tenantId: string;
  applicationId: string;
  eventTypes: readonly string[];
  endpointIds: readonly string[];
};

/** Deletes events, deliveries and attempts, and what the inbox received of them; waits for those just being settled. */
export async function deleteSampleHistory(client: Queryable, rows: SampleRows): Promise<void> {
  const { tenantId, applicationId, endpointIds } = rows;
  const { rows: gone } = await client.query<{ id: string }>(
    "DELETE FROM deliveries WHERE endpoint_id = ANY ($1::uuid[]) RETURNING id",
    [endpointIds],
  );
  // A statement of its own, so that it sees the attempts of those that were being settled.
  const deliveryIds = gone.map(({ id }) => id);
  await client.query("DELETE FROM attempts WHERE delivery_id = ANY ($1::uuid[])", [deliveryIds]);
  await client.query(
    `WITH gone AS (DELETE FROM events WHERE application_id = $2 AND tenant_id = $1 RETURNING id)
     DELETE FROM event_uids WHERE tenant_id = $1 AND event_id IN (SELECT id FROM gone)`,
    [tenantId, applicationId],
  );
  await client.query("DELETE FROM inbox_requests WHERE tenant_id = $1 AND endpoint_id = ANY ($2::uuid[])", [
    tenantId,
    endpointIds,
  ]);
}

/** Deletes what was set up, and the replays of it alone. */
export async function deleteSampleSettings(client: Queryable, rows: SampleRows): Promise<void> {
  const { tenantId, applicationId, eventTypes, endpointIds } = rows;
  await client.query(
    "DELETE FROM replays WHERE tenant_id = $1 AND (application_id = $2 OR endpoint_id = ANY ($3::uuid[]))",
    [tenantId, applicationId, endpointIds],
  );
  await client.query("DELETE FROM event_types WHERE tenant_id = $1 AND name = ANY ($2)", [
    tenantId,
    eventTypes,
  ]);
  // Endpoints with their secrets, subscriptions and health go with it.
  await client.query("DELETE FROM applications WHERE tenant_id = $1 AND id = $2", [tenantId, applicationId]);
  await client.query("DELETE FROM sample_data WHERE tenant_id = $1", [tenantId]);
}
