import { pool } from "../db.ts";

/** How a replay stands after counting. */
export type Standing = {
  status: "running" | "paused" | "completed" | "canceled";
  waiting: number;
  retrying: number;
  isSettled: boolean;
  /** Since it was completed or canceled. */
  overSeconds: number | null;
};

/**
 * Counts what became of the deliveries that a replay opened and that were opened by none since. A running one is completed
 * once every lane is finished and each delivery was tried; one that is over is settled once none is under way. Undefined
 * when it was counted a moment ago: counting very many is not done at every step.
 */
export async function countOutcomes(replayId: string): Promise<Standing | undefined> {
  const { rows } = await pool().query<Standing>(countStatement, [replayId]);
  return rows[0];
}

/** Counting a hundred thousand takes some tenths of a second. */
const countedPerSecond = 50_000;

const countStatement = `
  WITH due AS (
    SELECT id, status, total FROM replays
     WHERE id = $1 AND (counted_at IS NULL OR now() - counted_at >= opened * interval '1 s' / ${countedPerSecond})
  ), outcome AS (
    SELECT count(*) FILTER (WHERE status IN ('pending', 'sending'))::int AS waiting,
           count(*) FILTER (WHERE status = 'retrying')::int AS retrying,
           count(*) FILTER (WHERE status = 'delivered')::int AS delivered,
           count(*) FILTER (WHERE status = 'failed')::int AS failed,
           count(*) FILTER (WHERE status = 'canceled')::int AS canceled
      FROM deliveries WHERE replay_id = (SELECT id FROM due)
  ), judged AS (
    SELECT outcome.*, due.status AS before,
           CASE WHEN due.status = 'running' AND due.total IS NOT NULL AND outcome.waiting = 0
                     AND NOT EXISTS (SELECT 1 FROM replay_lanes WHERE replay_id = $1 AND finished_at IS NULL)
                THEN 'completed'::replay_status ELSE due.status END AS after
      FROM due CROSS JOIN outcome
  )
  UPDATE replays replay
     SET waiting = judged.waiting, retrying = judged.retrying, delivered = judged.delivered, failed = judged.failed,
         canceled = judged.canceled, counted_at = now(), status = judged.after,
         finished_at = CASE WHEN judged.after IN ('completed', 'canceled') THEN coalesce(replay.finished_at, now()) END,
         settled_at = CASE WHEN judged.after IN ('completed', 'canceled') AND judged.waiting + judged.retrying = 0
                           THEN now() END
    FROM judged WHERE replay.id = $1 AND replay.status = judged.before
  RETURNING replay.status::text AS status, replay.waiting, replay.retrying, replay.settled_at IS NOT NULL AS "isSettled",
            extract(epoch FROM now() - replay.finished_at)::float8 AS "overSeconds"`;
