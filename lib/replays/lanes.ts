import type { Context } from "../context.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import type { HeldBackBy, LanePace } from "./pace.ts";

/** A replay's share of one endpoint that is not finished, as it stands now. */
export type OpenLane = Omit<LanePace, "heldBackBy"> &
  EndpointCondition & { endpointId: string; cursor: string | null };

/** What keeps an endpoint from receiving. */
export type EndpointCondition = {
  endpointState: "enabled" | "paused" | "disabled" | "deleted";
  isThrottled: boolean;
  isBroken: boolean;
};

/** The lanes of a replay that are not finished, the one that opened something longest ago first. */
export function readOpenLanes(ctx: Context, replayId: string): Promise<OpenLane[]> {
  return readRows<OpenLane>(
    ctx,
    sql`SELECT lane.endpoint_id AS "endpointId", lane.cursor, lane.allowance, ${conditionColumns},
               coalesce(endpoint.max_in_flight, 1) AS "maxInFlight", endpoint.rate_limit AS "rateLimit",
               coalesce(health.open_until <= now(), FALSE) AS "isProbing",
               extract(epoch FROM now() - coalesce(lane.opened_at, replay.created_at))::float8 AS "idleSeconds",
               (SELECT count(*)::int FROM (
                  SELECT 1 FROM deliveries
                   WHERE deliveries.endpoint_id = lane.endpoint_id AND deliveries.next_attempt_at <= now()
                     AND deliveries.status = ANY (ARRAY['pending'::delivery_status, 'retrying'::delivery_status])
                   LIMIT lane.allowance + 1) AS waiting) AS due
          FROM replay_lanes lane
          JOIN replays replay ON replay.id = lane.replay_id
          LEFT JOIN endpoints endpoint ON endpoint.id = lane.endpoint_id
          LEFT JOIN endpoint_health health ON health.endpoint_id = lane.endpoint_id
         WHERE lane.replay_id = ${replayId}::uuid AND lane.finished_at IS NULL
         ORDER BY lane.opened_at NULLS FIRST, lane.endpoint_id`,
  );
}

/** The columns of `EndpointCondition`, of `endpoint` and `health`. */
export const conditionColumns = sql`
  coalesce(CASE WHEN endpoint.deleted_at IS NULL THEN endpoint.state::text END, 'deleted') AS "endpointState",
  coalesce(health.throttled_until > now(), FALSE) AS "isThrottled",
  coalesce(health.open_until > now(), FALSE) AS "isBroken"`;

/** Why nothing may be opened for an endpoint right now; null when something may, or never will since it is closed. */
export function heldBackBy({ endpointState, isThrottled, isBroken }: EndpointCondition): HeldBackBy | null {
  if (endpointState === "paused") return "pause";
  if (isThrottled) return "throttle";
  return isBroken ? "failures" : null;
}

/** What one step did in one lane. */
export type LaneStep = {
  endpointId: string;
  opened: number;
  allowance: number;
  cursor: string | null;
  /** Why what is left is skipped, when the step finished the lane. */
  finish: "disabled" | "deleted" | "changed" | null;
};

/** Notes what a step did, in the transaction of the step; what a finished lane has not opened counts as skipped. */
export async function writeLanes(ctx: Context, replayId: string, steps: readonly LaneStep[]): Promise<void> {
  if (steps.length === 0) return;
  await readRows(
    ctx,
    sql`UPDATE replay_lanes lane
           SET opened = lane.opened + step.opened, allowance = step.allowance,
               cursor = coalesce(step.cursor, lane.cursor),
               opened_at = CASE WHEN step.opened > 0 THEN now() ELSE lane.opened_at END,
               total = greatest(lane.total, lane.opened + step.opened),
               skipped = CASE WHEN step.finish IS NULL THEN 0 ELSE greatest(0, lane.total - lane.opened - step.opened) END,
               skipped_reason = CASE WHEN lane.total > lane.opened + step.opened THEN step.finish END,
               finished_at = CASE WHEN step.finish IS NOT NULL THEN now() END
          FROM unnest(${steps.map((step) => step.endpointId)}::uuid[], ${steps.map((step) => step.opened)}::int[],
                      ${steps.map((step) => step.allowance)}::int[], ${steps.map((step) => step.cursor)}::uuid[],
                      ${steps.map((step) => step.finish)}::text[]) AS step (endpoint_id, opened, allowance, cursor, finish)
         WHERE lane.replay_id = ${replayId}::uuid AND lane.endpoint_id = step.endpoint_id`,
  );
  await readRows(
    ctx,
    sql`UPDATE replays
           SET (total, opened, skipped) =
               (SELECT sum(total)::int, sum(opened)::int, sum(skipped)::int FROM replay_lanes WHERE replay_id = ${replayId}::uuid)
         WHERE id = ${replayId}::uuid`,
  );
}
