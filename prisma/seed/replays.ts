import { pool } from "#lib/db.ts";
import { idAt } from "./id-at.ts";

type Setting = { tenantId: string; now: Date };

const dayMs = 86_400_000;

/** Two replays of the past, each as if what an endpoint received only after a failure had been resent. */
export async function writeReplays({ tenantId, now }: Setting): Promise<void> {
  for (const daysAgo of [2, 9]) {
    const at = new Date(now.getTime() - daysAgo * dayMs);
    const since = new Date(at.getTime() - 5 * dayMs);
    await pool().query(replayStatement, [idAt(at), tenantId, idAt(since), idAt(at), since, at]);
  }
}

const recovered = "(attempt_count > 1 AND status = 'delivered' OR status = 'failed')";

const replayStatement = `
  WITH worst AS (
    SELECT endpoint_id AS id FROM deliveries
     WHERE tenant_id = $2 AND id BETWEEN $3 AND $4 AND replay_id IS NULL AND ${recovered}
     GROUP BY 1 ORDER BY count(*) FILTER (WHERE status = 'delivered') DESC LIMIT 1
  ), opened AS (
    UPDATE deliveries SET replay_id = $1 FROM worst
     WHERE deliveries.tenant_id = $2 AND endpoint_id = worst.id AND deliveries.id BETWEEN $3 AND $4 AND ${recovered}
    RETURNING endpoint_id, status
  ), counted AS (
    SELECT endpoint_id, count(*)::int AS total, count(*) FILTER (WHERE status = 'delivered')::int AS delivered,
           count(*) FILTER (WHERE status = 'failed')::int AS failed
      FROM opened GROUP BY 1
  ), replay AS (
    INSERT INTO replays (id, tenant_id, status, endpoint_id, event_types, statuses, error_kinds, since, until, fingerprint,
                         total, opened, delivered, failed, counted_at, actor_kind, actor_label, created_at, finished_at, settled_at)
    SELECT $1, $2, 'completed', endpoint_id, '{}', '{canceled,failed,retrying}', '{}', $5, $6, $1::text, total, total,
           delivered, failed, $6, 'user', 'support@posthorn.local', $6, $6::timestamptz + interval '42 s',
           $6::timestamptz + interval '42 s'
      FROM counted
    RETURNING id
  )
  INSERT INTO replay_lanes (replay_id, endpoint_id, total, opened, allowance, opened_at, finished_at)
  SELECT replay.id, endpoint_id, total, total, 16, $6, $6 FROM counted CROSS JOIN replay`;
