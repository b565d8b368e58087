import { firstIdAt, fromPublicId, toPublicId } from "#lib/ids.ts";
import { oldPart } from "../scene/cast.ts";
import type { Scene } from "../scene/scene.ts";

const dayMs = 86_400_000;
const ageDays = 4;
const count = 30;

/**
 * Puts events from before retention into the tables, their deliveries still being retried: every worker that starts
 * sweeps what is too old, and must leave these until they are delivered.
 */
export async function addOldEvents({ postgres, tenants, endpoints, journal }: Scene): Promise<void> {
  const day = new Date(Math.floor(Date.now() / dayMs) * dayMs - ageDays * dayMs);
  for (const table of ["events", "deliveries", "attempts"])
    await postgres.admin.query(partitionStatement(table, day));
  const { tenantId, applicationId } = tenants.loud;
  const endpoint = endpoints.get(oldPart.name);
  const endpointId = fromPublicId("endpoint", endpoint.endpointId);
  const { rows } = await postgres.admin.query<{ event_id: string }>(oldStatement, [
    count,
    tenantId,
    applicationId,
    endpointId,
    `${ageDays} days`,
  ]);
  const eventIds = rows.map((row) => toPublicId("event", row.event_id));
  journal.add({ kind: "old", at: Date.now(), endpoint: oldPart.name, eventIds });
}

function partitionStatement(table: string, day: Date): string {
  const [from, to] = [firstIdAt(day), firstIdAt(new Date(day.getTime() + dayMs))];
  const name = `${table}_${day.toISOString().slice(0, 10).replaceAll("-", "")}`;
  return `CREATE TABLE IF NOT EXISTS "${name}" PARTITION OF "${table}" FOR VALUES FROM ('${from}') TO ('${to}')`;
}

const oldStatement = `
  WITH made AS (
    INSERT INTO events (id, tenant_id, application_id, type, data, occurred_at)
    SELECT uuidv7(-$5::interval), $2, $3, 'old.item', '{"item":' || item || '}', now() - $5::interval
      FROM generate_series(1, $1::int) AS item
    RETURNING id)
  INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, status, next_attempt_at)
  SELECT uuidv7(-$5::interval), $2, $3, id, 'old.item', $4, 'retrying', now() FROM made
  RETURNING event_id`;
