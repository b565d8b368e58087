import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import { closeEndpoints } from "../endpoints/close.ts";
import { AppError } from "../errors.ts";
import { resolveApplication } from "./resolve.ts";
import { applicationTarget } from "./to-application.ts";

/**
 * Deletes an application and its endpoints, whose open deliveries become canceled. The row stays, so that logs can name
 * it; its uid is free again. Throws 404, and 409 for the default application.
 */
export function removeApplication(
  ctx: Context,
  { application }: { application: string },
): Promise<undefined> {
  return transaction(ctx, async (tx): Promise<undefined> => {
    const found = await resolveApplication({ ...ctx, tx }, application);
    if (found.isDefault) throw new AppError("conflict", { detail: "The default application stays." });
    await tx.application.update({
      where: { id: found.id, tenantId: ctx.tenantId },
      data: { deletedAt: new Date(), updatedAt: new Date() },
    });
    const endpoints = await tx.endpoint.findMany({
      where: { tenantId: ctx.tenantId, applicationId: found.id, deletedAt: null },
      select: { id: true },
    });
    const ids = endpoints.map((endpoint) => endpoint.id);
    await closeEndpoints(tx, ids);
    const details = { endpoints: ids.length };
    await recordAudit(ctx, tx, { action: "application.deleted", target: applicationTarget(found), details });
  });
}
