import { inTransaction } from "#lib/db.ts";

const statements = [
  `DELETE FROM attempts USING deliveries
    WHERE attempts.delivery_id = deliveries.id AND deliveries.tenant_id = $1`,
  "DELETE FROM deliveries WHERE tenant_id = $1",
  "DELETE FROM events WHERE tenant_id = $1",
  "DELETE FROM event_uids WHERE tenant_id = $1",
  "DELETE FROM replays WHERE tenant_id = $1",
  "DELETE FROM stat_buckets WHERE tenant_id = $1",
  "DELETE FROM stat_hours WHERE tenant_id = $1",
];

/** Empties the logs and figures of a tenant; its settings, members and audit log stay. */
export async function clearHistory(tenantId: string): Promise<void> {
  await inTransaction(async (client) => {
    for (const statement of statements) await client.query(statement, [tenantId]);
  });
}
