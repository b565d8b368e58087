import type { Transaction } from "../db.ts";
import { enqueue, jobsInPrisma } from "../queue/wake.ts";
import { announceEndpoints } from "./announce.ts";

/**
 * Deletes endpoints softly, by the database clock: nothing subscribes any more and their open deliveries become
 * canceled once the transaction commits. The rows stay, so that logs can name them.
 */
export async function closeEndpoints(tx: Transaction, ids: readonly string[]): Promise<void> {
  const endpointIds = ids.toSorted();
  const closed = await tx.$queryRaw<{ id: string; tenantId: string; applicationId: string }[]>`
    UPDATE endpoints SET deleted_at = now(), updated_at = now() WHERE id = ANY (${endpointIds}::uuid[])
    RETURNING id, tenant_id AS "tenantId", application_id AS "applicationId"`;
  await announceEndpoints(tx, closed);
  await tx.endpointSubscription.deleteMany({ where: { endpointId: { in: endpointIds } } });
  for (const endpointId of endpointIds) await cancelOpen(tx, endpointId);
}

/** Has the worker cancel what waits for an endpoint that this transaction disables or deletes. */
export function cancelOpen(tx: Transaction, endpointId: string): Promise<void> {
  return enqueue(jobsInPrisma(tx), { queue: "cancel-open", key: endpointId, data: { endpointId } });
}
