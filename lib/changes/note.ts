import { pool } from "../db.ts";
import { log } from "../log.ts";
import { jobsIn } from "../queue/wake.ts";
import { addChange, type Change, type ChangeGroups } from "./change.ts";
import { notifyChanges } from "./notification.ts";
import { mayBeWatched, watchedTenants } from "./watches.ts";

/** Long enough that what a fast receiver makes of a delivery is told at once, short enough to be now. */
const gatherMs = 100;
const leastPauseMs = 250;

type Notes = { groups: ChangeGroups; timer: NodeJS.Timeout | undefined; toldAtMs: number };

const processGlobals = globalThis as { posthornNotes?: Notes };

/**
 * Notes what was just committed. All that a process notes is told together, at most four times a second and only where
 * somebody watches, so that it costs the hot paths next to nothing. Nothing is stored: what is lost on the way is found by
 * those who look again.
 */
export function noteChanges(changes: readonly Change[]): void {
  const notes = ours();
  for (const change of changes) if (mayBeWatched(change.tenantId)) addChange(notes.groups, change);
  if (notes.groups.size === 0 || notes.timer) return;
  const sinceMs = performance.now() - notes.toldAtMs;
  notes.timer = setTimeout(() => void tellNoted(), Math.max(gatherMs, leastPauseMs - sinceMs)).unref();
}

/** Tells now what is noted; never rejects. */
export async function tellNoted(): Promise<void> {
  const notes = ours();
  const groups = [...notes.groups.values()];
  clearTimeout(notes.timer);
  Object.assign(notes, { groups: new Map(), timer: undefined, toldAtMs: performance.now() });
  if (groups.length === 0) return;
  try {
    const watched = await watchedTenants();
    await notifyChanges(
      jobsIn(pool()),
      groups.filter(({ tenantId }) => watched.has(tenantId)),
    );
  } catch (error) {
    log().debug({ err: error }, "changes were not told; those who watch look again by themselves");
  }
}

function ours(): Notes {
  processGlobals.posthornNotes ??= {
    groups: new Map(),
    timer: undefined,
    toldAtMs: Number.NEGATIVE_INFINITY,
  };
  return processGlobals.posthornNotes;
}
