import { type Context, transaction } from "../context.ts";
import type { Transaction } from "../db.ts";
import { holdEndpoints, isOpen } from "../deliveries/hold-endpoints.ts";
import { reopenDeliveries } from "../deliveries/reopen.ts";
import { failpoint } from "../failpoint.ts";
import { readRows } from "../log-query/read-rows.ts";
import { all, sql } from "../log-query/sql.ts";
import { type FixedScope, fixedConditions } from "./conditions.ts";
import { largestBatch } from "./estimate.ts";
import { heldBackBy, type LaneStep, type OpenLane, readOpenLanes, writeLanes } from "./lanes.ts";
import { paceLane } from "./pace.ts";

/**
 * Re-opens the next deliveries of a running replay, as many as its endpoints take, and moves its cursors past them: one
 * transaction, so that a crash repeats nothing and loses nothing. One worker at a time; answers how many it opened.
 */
export async function openBatch(ctx: Context, replay: FixedScope & { id: string }): Promise<number> {
  const opened = await transaction(ctx, async (tx) => {
    const inside = { ...ctx, tx };
    if (!(await lockRunning(inside, replay.id))) return 0;
    const lanes = await readOpenLanes(inside, replay.id);
    const chosen = await holdOpen(ctx, tx, allot(lanes));
    const found = await findNext(inside, replay, chosen);
    const reopened = await reopenDeliveries(ctx, tx, {
      ids: found.map(({ id }) => id),
      replayId: replay.id,
      where: fixedConditions(ctx, replay),
    });
    const openedByLane = Map.groupBy(reopened, ({ endpointId }) => endpointId);
    const byLane = Map.groupBy(found, ({ endpointId }) => endpointId);
    const steps = chosen.map((lane) =>
      stepOf(lane, byLane.get(lane.endpointId) ?? [], openedByLane.get(lane.endpointId)?.length ?? 0),
    );
    await writeLanes(inside, replay.id, [...lanes.flatMap(skipClosed), ...steps]);
    failpoint("replay.before-commit");
    return reopened.length;
  });
  failpoint("replay.after-commit");
  return opened;
}

const mostLanes = 200;

async function lockRunning(ctx: Context, id: string): Promise<boolean> {
  const rows = await readRows(
    ctx,
    sql`SELECT id FROM replays WHERE id = ${id}::uuid AND tenant_id = ${ctx.tenantId}::uuid AND status = 'running'
           FOR UPDATE SKIP LOCKED`,
  );
  return rows.length > 0;
}

type ChosenLane = OpenLane & { room: number };

/** Room for the lanes in their order, until the batch is full; those without room are left out. */
function allot(lanes: readonly OpenLane[]): ChosenLane[] {
  const chosen: ChosenLane[] = [];
  let left = largestBatch;
  for (const lane of lanes.filter(isSendable)) {
    const { room, allowance } = paceLane({ ...lane, heldBackBy: heldBackBy(lane) });
    const granted = Math.min(room, left);
    if (granted > 0) chosen.push({ ...lane, allowance, room: granted });
    left -= granted;
  }
  return chosen.slice(0, mostLanes);
}

function isSendable({ endpointState }: OpenLane): boolean {
  return endpointState === "enabled" || endpointState === "paused";
}

/** Disabling an endpoint waits for this transaction, so that its canceling sees what is opened here. */
async function holdOpen(ctx: Context, tx: Transaction, lanes: readonly ChosenLane[]): Promise<ChosenLane[]> {
  const held = await holdEndpoints(
    ctx,
    tx,
    lanes.map(({ endpointId }) => endpointId),
  );
  const open = new Set(held.filter(isOpen).map(({ id }) => id));
  return lanes.filter(({ endpointId }) => open.has(endpointId));
}

type Found = { id: string; endpointId: string };

const firstId = "00000000-0000-0000-0000-000000000000";

/** The next of each lane, oldest first. Fewer than there is room for means that the lane has no more. */
async function findNext(ctx: Context, replay: FixedScope, lanes: readonly ChosenLane[]): Promise<Found[]> {
  if (lanes.length === 0) return [];
  return readRows<Found>(
    ctx,
    sql`SELECT picked.id, lane.endpoint_id AS "endpointId"
          FROM unnest(${lanes.map((lane) => lane.endpointId)}::uuid[], ${lanes.map((lane) => lane.cursor ?? firstId)}::uuid[],
                      ${lanes.map((lane) => lane.room)}::int[]) AS lane (endpoint_id, cursor, room)
         CROSS JOIN LATERAL (
           SELECT delivery.id FROM deliveries delivery
            WHERE delivery.endpoint_id = lane.endpoint_id AND delivery.id > lane.cursor
              AND ${all(fixedConditions(ctx, replay))}
            ORDER BY delivery.id LIMIT lane.room) AS picked`,
  );
}

function stepOf(
  { endpointId, allowance, room }: ChosenLane,
  found: readonly Found[],
  opened: number,
): LaneStep {
  const cursor = found.reduce<string | null>(
    (last, { id }) => (last === null || id > last ? id : last),
    null,
  );
  return { endpointId, allowance, opened, cursor, finish: found.length < room ? "changed" : null };
}

function skipClosed({ endpointId, endpointState, allowance }: OpenLane): LaneStep[] {
  if (endpointState !== "disabled" && endpointState !== "deleted") return [];
  return [{ endpointId, allowance, opened: 0, cursor: null, finish: endpointState }];
}
