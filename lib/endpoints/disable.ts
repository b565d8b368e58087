import { recordAudit } from "../audit/record.ts";
import { prisma } from "../db.ts";
import { toPublicId } from "../ids.ts";
import { enqueue, jobsInPrisma } from "../queue/wake.ts";
import { announceEndpoints } from "./announce.ts";

/**
 * Disables an endpoint on Posthorn's own account: open deliveries become canceled, and the watch for alerts tells
 * who is to be told. Does nothing to one that is disabled or deleted already.
 */
export function disableEndpoint({
  endpointId,
  reason,
}: {
  endpointId: string;
  reason: "gone" | "failing";
}): Promise<void> {
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.endpoint.updateMany({
      where: { id: endpointId, state: { not: "disabled" }, deletedAt: null },
      data: { state: "disabled", disabledReason: reason, disabledAt: new Date(), updatedAt: new Date() },
    });
    if (count === 0) return;
    const endpoint = await tx.endpoint.findUniqueOrThrow({
      where: { id: endpointId },
    });
    await enqueue(jobsInPrisma(tx), { queue: "cancel-open", key: endpointId, data: { endpointId } });
    await announceEndpoints(tx, [endpoint]);
    const target = { kind: "endpoint", id: toPublicId("endpoint", endpointId), label: endpoint.url };
    const ctx = {
      tenantId: endpoint.tenantId,
      actor: { kind: "system", id: null, label: "Posthorn" },
    } as const;
    await recordAudit(ctx, tx, { action: "endpoint.disabled", target, details: { reason } });
  });
}
