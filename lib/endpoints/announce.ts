import { announceChanges } from "../changes/notification.ts";
import type { Transaction } from "../db.ts";
import { jobsInPrisma } from "../queue/wake.ts";

type Changed = { id: string; tenantId: string; applicationId: string };

/** Tells whoever watches that endpoints changed, when the transaction commits. */
export function announceEndpoints(tx: Transaction, endpoints: readonly Changed[]): Promise<void> {
  const changes = endpoints.map(
    ({ id, tenantId, applicationId }) => ({ kind: "endpoint", tenantId, applicationId, id }) as const,
  );
  return announceChanges(jobsInPrisma(tx), changes);
}
