import { pool } from "#lib/db.ts";
import type { SeededEndpoint } from "./build-history.ts";

type Ending = { endpoints: readonly SeededEndpoint[]; disabledAt: ReadonlyMap<string, Date> };

/** Brings the endpoints to the state their history led to: paused, disabled, and what is known of their health. */
export async function settleEndpoints({ endpoints, disabledAt }: Ending): Promise<void> {
  for (const { id, pausedAt } of endpoints) {
    const closedAt = disabledAt.get(id) ?? null;
    const state = closedAt ? "disabled" : pausedAt ? "paused" : "enabled";
    await pool().query(
      "UPDATE endpoints SET state = $2, disabled_reason = $3, disabled_at = $4 WHERE id = $1",
      [id, state, closedAt && "gone", closedAt],
    );
    await pool().query(settleHealth, [id]);
  }
}

/** Failing since the first failure after the last success, as the worker would have noted. */
const settleHealth = `
  WITH attempt AS (SELECT started_at, error_kind, error_message FROM attempts
                    WHERE delivery_id IN (SELECT id FROM deliveries WHERE endpoint_id = $1)),
       success AS (SELECT max(started_at) AS at FROM attempt WHERE error_kind IS NULL),
       failure AS (SELECT min(started_at) AS since, (array_agg(error_message ORDER BY started_at DESC))[1] AS message
                     FROM attempt, success WHERE error_kind IS NOT NULL AND started_at > coalesce(success.at, '-infinity'))
  UPDATE endpoint_health
     SET last_delivered_at = success.at, failing_since = failure.since, last_failure = failure.message
    FROM success, failure WHERE endpoint_id = $1`;
