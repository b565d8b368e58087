import { setTimeout as delay } from "node:timers/promises";
import type { Scene } from "../scene/scene.ts";

/** As long as less and less is open it may take its time; without any progress, a little more than the longest wait. */
const patienceMs = 45_000;
const pollMs = 300;

/** Resolves when no delivery is open and no event waits to be fanned out; gives up, leaving the rest to be found, when nothing moves. */
export async function untilDrained({ postgres }: Scene): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  let movedAt = Date.now();
  while (Date.now() < movedAt + patienceMs) {
    const { rows } = await postgres.admin.query<{ open: number }>(openStatement);
    const open = rows[0]?.open ?? 0;
    if (open === 0) return;
    if (open < least) movedAt = Date.now();
    least = Math.min(least, open);
    await delay(pollMs);
  }
}

const openStatement = `
  SELECT (SELECT count(*) FROM deliveries
           WHERE status = ANY (ARRAY['pending'::delivery_status, 'retrying'::delivery_status]))::int
       + (SELECT count(*) FROM deliveries WHERE status = 'sending')::int
       + (SELECT count(*) FROM events WHERE NOT is_fanned_out)::int AS open`;
