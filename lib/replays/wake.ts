import type { Transaction } from "../db.ts";
import { enqueue, jobsInPrisma } from "../queue/wake.ts";

/** Has the worker go on with a replay at once when the transaction commits, whatever its next step was waiting for. */
export function wakeReplay(tx: Transaction, replayId: string): Promise<void> {
  return enqueue(jobsInPrisma(tx), { queue: "replay", key: replayId, data: { replayId } });
}
