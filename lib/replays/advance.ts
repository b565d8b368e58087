import { noteChanges } from "../changes/note.ts";
import type { Context } from "../context.ts";
import { pool, prisma } from "../db.ts";
import { enqueue, jobsIn } from "../queue/wake.ts";
import { countOutcomes, type Standing } from "./count-outcomes.ts";
import { openBatch } from "./open-batch.ts";
import { planReplay } from "./plan.ts";
import { toFixedScope } from "./to-fixed-scope.ts";

/**
 * One step of a replay: counts its scope if that is still to do, re-opens the next batch, counts what became of those
 * before, and has itself called again while there is something to do or to watch. Safe to call at any time, from several
 * workers, and to die in.
 */
export async function advanceReplay(replayId: string): Promise<void> {
  const replay = await prisma().replay.findUnique({ where: { id: replayId } });
  if (!replay || replay.settledAt) return;
  const ctx: Context = { tenantId: replay.tenantId, actor: { kind: "system", id: null, label: "Posthorn" } };
  const scope = toFixedScope(replay);
  if (replay.status === "running" && replay.total === null) await planReplay(ctx, scope);
  const opened = replay.status === "running" ? await openBatch(ctx, scope) : 0;
  const standing = await countOutcomes(replayId);
  if (opened > 0 || standing) {
    const { tenantId, applicationId } = replay;
    noteChanges([{ kind: "replay", tenantId, applicationId, id: replayId }]);
  }
  const afterSeconds = standing ? pauseAfter(standing, opened) : nextStepSeconds(opened);
  if (afterSeconds === null) return;
  const next = { queue: "replay", key: `${replayId}:next`, data: { replayId }, afterSeconds } as const;
  await enqueue(jobsIn(pool()), next);
}

const slowestSeconds = 300;

/** Until the next step; null when there is nothing more to do. Retries of days are watched ever more seldom. */
function pauseAfter({ status, waiting, retrying, isSettled, overSeconds }: Standing, opened: number) {
  if (isSettled) return null;
  if (status === "running") return nextStepSeconds(opened);
  if (status === "paused") return waiting > 0 ? 2 : retrying > 0 ? 60 : null;
  return Math.min(slowestSeconds, Math.max(1, (overSeconds ?? 0) / 10));
}

/** The queue is looked into every half second, which is the rest of the step. */
function nextStepSeconds(opened: number): number {
  return opened > 0 ? 0.2 : 0.7;
}
