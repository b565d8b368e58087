import { announceChanges } from "../changes/notification.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";
import { jobsInPrisma } from "../queue/wake.ts";
import type { ReplayRow } from "./to-replay.ts";

/** Tells whoever watches that a replay changed, when the transaction commits. */
export function announceReplay({ tenantId }: Context, tx: Transaction, row: ReplayRow): Promise<void> {
  const { id, applicationId } = row;
  return announceChanges(jobsInPrisma(tx), [{ kind: "replay", tenantId, applicationId, id }]);
}
