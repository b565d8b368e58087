import type { Queryable } from "../db.ts";

/** Deliveries to be attempted, the whole installation's. */
export type Waiting = {
  /** May be sent now. */
  due: number;
  /** Would be due, but their lane rests or is at its own limits. */
  held: number;
  scheduled: number;
  isEstimated: boolean;
  /** How long the longest waiting of those due has been due. */
  oldestDueSeconds: number;
};

const mostCounted = 100_000;
const mostLanes = 5_000;

/**
 * Counts the deliveries that wait: exactly up to 100,000 of them, at a bounded cost. When more wait, their number is that
 * which the last autovacuum found in the index, shared out as among the first 100,000, and the oldest is that of the
 * first 5,000 lanes.
 */
export async function countWaiting(db: Queryable): Promise<Waiting> {
  const { rows } = await db.query<Counted>(countStatement);
  const [{ counted, ...waiting }] = rows as [Counted];
  if (counted <= mostCounted) return { ...waiting, isEstimated: false };
  const factor = Math.max(1, (await indexedTuples(db)) / counted);
  return {
    due: Math.round(waiting.due * factor),
    held: Math.round(waiting.held * factor),
    scheduled: Math.round(waiting.scheduled * factor),
    isEstimated: true,
    oldestDueSeconds: await oldestDueSeconds(db),
  };
}

type Counted = Omit<Waiting, "isEstimated"> & { counted: number };

const isOpen = "status = ANY (ARRAY['pending'::delivery_status, 'retrying'::delivery_status])";

/** Lanes that could take a delivery this moment; the endpoint's own limits are no fault of ours. */
const readyLanes = `
  SELECT endpoint.id FROM endpoints endpoint JOIN endpoint_health health ON health.endpoint_id = endpoint.id
   WHERE endpoint.id = lane.endpoint_id AND endpoint.state = 'enabled' AND endpoint.deleted_at IS NULL
     AND (health.throttled_until IS NULL OR health.throttled_until <= now()) AND health.open_until IS NULL
     AND (endpoint.rate_limit IS NULL OR health.rate_filled_at IS NULL
          OR health.rate_tokens + endpoint.rate_limit * extract(epoch FROM now() - health.rate_filled_at) >= 1)
     AND (SELECT count(*) FROM deliveries sending
           WHERE sending.endpoint_id = lane.endpoint_id AND sending.status = 'sending') < endpoint.max_in_flight`;

const countStatement = `
  WITH first AS (
    SELECT endpoint_id, next_attempt_at FROM deliveries WHERE ${isOpen} LIMIT ${mostCounted + 1}
  ), lane AS (
    SELECT endpoint_id, count(*) AS counted, count(*) FILTER (WHERE next_attempt_at <= now()) AS due,
           min(next_attempt_at) AS oldest
      FROM first GROUP BY endpoint_id
  ), judged AS (
    SELECT lane.*, due > 0 AND EXISTS (${readyLanes}) AS is_ready FROM lane
  )
  SELECT coalesce(sum(counted), 0)::float8 AS counted,
         coalesce(sum(due) FILTER (WHERE is_ready), 0)::float8 AS due,
         coalesce(sum(due) FILTER (WHERE NOT is_ready), 0)::float8 AS held,
         coalesce(sum(counted - due), 0)::float8 AS scheduled,
         coalesce(extract(epoch FROM now() - min(oldest) FILTER (WHERE is_ready)), 0)::float8 AS "oldestDueSeconds"
    FROM judged`;

async function indexedTuples(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ tuples: number }>(
    `SELECT sum(greatest(part.reltuples, 0))::float8 AS tuples
       FROM pg_inherits JOIN pg_class part ON part.oid = inhrelid
      WHERE inhparent = 'deliveries_due_idx'::regclass`,
  );
  return rows[0]?.tuples ?? 0;
}

async function oldestDueSeconds(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ seconds: number }>(oldestStatement);
  return rows[0]?.seconds ?? 0;
}

/** Hops from lane to lane over the index: one step each, however many deliveries wait there. */
const oldestStatement = `
  WITH RECURSIVE hop AS (
    (SELECT endpoint_id, 1 AS place FROM deliveries WHERE ${isOpen} ORDER BY endpoint_id LIMIT 1)
    UNION ALL
    SELECT (SELECT deliveries.endpoint_id FROM deliveries
             WHERE ${isOpen} AND deliveries.endpoint_id > hop.endpoint_id ORDER BY deliveries.endpoint_id LIMIT 1),
           hop.place + 1
      FROM hop WHERE hop.endpoint_id IS NOT NULL AND hop.place < ${mostLanes}
  ), lane AS (
    SELECT hop.endpoint_id, (SELECT deliveries.next_attempt_at FROM deliveries
                              WHERE deliveries.endpoint_id = hop.endpoint_id AND ${isOpen}
                              ORDER BY deliveries.next_attempt_at LIMIT 1) AS oldest
      FROM hop WHERE hop.endpoint_id IS NOT NULL
  )
  SELECT coalesce(extract(epoch FROM now() - min(lane.oldest)), 0)::float8 AS seconds
    FROM lane WHERE lane.oldest <= now() AND EXISTS (${readyLanes})`;
