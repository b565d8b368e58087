import { pool } from "#lib/db.ts";
import type { SeededEndpoint } from "./build-history.ts";
import { idAt } from "./id-at.ts";

type Setting = { tenantId: string; endpoints: readonly SeededEndpoint[]; now: Date };

const hourMs = 3_600_000;

/** Two replays of the past, each of what one endpoint received only after a failure. */
export async function writeReplays({ tenantId, endpoints, now }: Setting): Promise<void> {
  const [first, second] = endpoints;
  if (first) await writeReplay({ tenantId, endpointId: first.id, at: new Date(now.getTime() - 50 * hourMs) });
  if (second)
    await writeReplay({ tenantId, endpointId: second.id, at: new Date(now.getTime() - 9 * 24 * hourMs) });
}

type One = { tenantId: string; endpointId: string; at: Date };

async function writeReplay({ tenantId, endpointId, at }: One): Promise<void> {
  const since = new Date(at.getTime() - 72 * hourMs);
  const values = [idAt(at), tenantId, endpointId, idAt(since), idAt(at), since, at];
  await pool().query(replayStatement, values);
}

const replayStatement = `
  WITH opened AS (
    UPDATE deliveries SET replay_id = $1
     WHERE tenant_id = $2 AND endpoint_id = $3 AND id BETWEEN $4 AND $5
       AND (attempt_count > 1 AND status = 'delivered' OR status = 'failed')
    RETURNING status
  ), counted AS (
    SELECT count(*)::int AS total, count(*) FILTER (WHERE status = 'delivered')::int AS delivered,
           count(*) FILTER (WHERE status = 'failed')::int AS failed
      FROM opened
  ), replay AS (
    INSERT INTO replays (id, tenant_id, status, endpoint_id, event_types, statuses, error_kinds, since, until, fingerprint,
                         total, opened, delivered, failed, counted_at, actor_kind, actor_label, created_at, finished_at, settled_at)
    SELECT $1, $2, 'completed', $3, '{}', '{canceled,failed,retrying}', '{}', $6, $7, $1::text, total, total, delivered, failed,
           $7, 'user', 'support@posthorn.local', $7, $7::timestamptz + interval '42 s', $7::timestamptz + interval '42 s'
      FROM counted
  )
  INSERT INTO replay_lanes (replay_id, endpoint_id, total, opened, allowance, opened_at, finished_at)
  SELECT $1, $3, total, total, 16, $7, $7 FROM counted`;
