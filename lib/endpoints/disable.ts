import { recordAudit } from "../audit/record.ts";
import { prisma, type Transaction } from "../db.ts";
import { enqueueEmail } from "../emails/enqueue.ts";
import { env } from "../env.ts";
import { toPublicId } from "../ids.ts";
import { enqueue, jobsInPrisma } from "../queue/wake.ts";
import { findResponsible } from "./find-responsible.ts";

const explanations = {
  gone: "The receiver answered 410 Gone, which asks us to stop.",
  failing: "No delivery has succeeded for so long that we stopped trying.",
};

/**
 * Disables an endpoint on Posthorn's own account: open deliveries become canceled, the tenant's owners and admins are
 * told with the reason. Does nothing to one that is disabled or deleted already.
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
      include: { tenant: true, health: true },
    });
    await enqueue(jobsInPrisma(tx), { queue: "cancel-open", key: endpointId, data: { endpointId } });
    const target = { kind: "endpoint", id: toPublicId("endpoint", endpointId), label: endpoint.url };
    const ctx = {
      tenantId: endpoint.tenantId,
      actor: { kind: "system", id: null, label: "Posthorn" },
    } as const;
    await recordAudit(ctx, tx, { action: "endpoint.disabled", target, details: { reason } });
    await tellResponsible(tx, {
      tenantId: endpoint.tenantId,
      subject: `Endpoint disabled: ${endpoint.url}`,
      lines: [
        `We disabled the endpoint ${endpoint.url} of ${endpoint.tenant.name}.`,
        explanations[reason],
        `Last failure: ${endpoint.health?.lastFailure ?? "none recorded"}`,
        "Its waiting deliveries are canceled and can be sent again once you enable it:",
        `${env().url}/${endpoint.tenant.slug}/endpoints/${target.id}`,
      ],
    });
  });
}

type Notice = { tenantId: string; subject: string; lines: string[] };

/** Writes an e-mail to every owner and admin of the tenant, in the caller's transaction. */
export async function tellResponsible(tx: Transaction, { tenantId, subject, lines }: Notice): Promise<void> {
  for (const recipient of await findResponsible(tx, tenantId)) {
    await enqueueEmail(tx, { tenantId, recipient, subject, text: lines.join("\n\n") });
  }
}
