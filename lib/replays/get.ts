import type { Context } from "../context.ts";
import type { ReplayDetail, ReplayLane } from "../contracts/replays.ts";
import { toPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { estimateSeconds } from "./estimate.ts";
import { findReplay } from "./find.ts";
import { conditionColumns, type EndpointCondition, heldBackBy } from "./lanes.ts";
import { readLoads } from "./read-loads.ts";
import { type ReplayRow, toReplay } from "./to-replay.ts";

/** A replay with its progress by endpoint and the time it has left; 404 when it is not this tenant's. */
export async function getReplay(ctx: Context, { id }: { id: string }): Promise<ReplayDetail> {
  const row = await findReplay(ctx, id);
  const lanes = await readLanes(ctx, row.id);
  return {
    ...toReplay(row, ctx),
    estimatedSeconds: await secondsLeft(ctx, row, lanes),
    endpoints: lanes.slice(0, mostShown).map(toLane),
  };
}

type LaneRow = EndpointCondition & {
  endpointId: string;
  endpointUrl: string;
  total: number;
  opened: number;
  skipped: number;
  skippedReason: ReplayLane["skippedReason"];
};

const mostShown = 250;

function readLanes(ctx: Context, replayId: string): Promise<LaneRow[]> {
  return readRows<LaneRow>(
    ctx,
    sql`SELECT lane.endpoint_id AS "endpointId", coalesce(endpoint.url, '') AS "endpointUrl", lane.total, lane.opened,
               lane.skipped, lane.skipped_reason AS "skippedReason", ${conditionColumns}
          FROM replay_lanes lane
          LEFT JOIN endpoints endpoint ON endpoint.id = lane.endpoint_id
          LEFT JOIN endpoint_health health ON health.endpoint_id = lane.endpoint_id
         WHERE lane.replay_id = ${replayId}::uuid
         ORDER BY lane.total - lane.opened - lane.skipped DESC, lane.total DESC, lane.endpoint_id`,
  );
}

async function secondsLeft(ctx: Context, { status, total }: ReplayRow, lanes: readonly LaneRow[]) {
  if (total === null || (status !== "running" && status !== "paused")) return null;
  return estimateSeconds(await readLoads(ctx, new Map(lanes.map((lane) => [lane.endpointId, leftOf(lane)]))));
}

function toLane(lane: LaneRow): ReplayLane {
  const { endpointUrl, endpointState, total, opened, skipped, skippedReason } = lane;
  return {
    endpoint: toPublicId("endpoint", lane.endpointId),
    ...{ endpointUrl, endpointState, total, opened, skipped, skippedReason },
    heldBackBy: leftOf(lane) > 0 ? heldBackBy(lane) : null,
  };
}

function leftOf({ total, opened, skipped }: LaneRow): number {
  return Math.max(0, total - opened - skipped);
}
