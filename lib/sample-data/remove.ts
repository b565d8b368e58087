import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import { inTransaction, type Queryable } from "../db.ts";
import { closeEndpoints } from "../endpoints/close.ts";
import { toPublicId } from "../ids.ts";
import { deleteSampleHistory, deleteSampleSettings } from "./delete-rows.ts";
import { takeBackCounts } from "./take-back-counts.ts";

/**
 * Removes everything that sample data brought: application, endpoints, event types, events, deliveries, attempts, what the
 * inbox received of it, and its share of the charts. What it cannot finish it finishes when called again.
 */
export async function removeSampleData(ctx: Context): Promise<undefined> {
  const sample = await closeSample(ctx);
  if (!sample) return;
  await inTransaction(async (client) => {
    const endpointIds = await endpointsOf(client, sample.applicationId);
    const rows = { ...sample, endpointIds };
    // First of all, so that whoever settles one of them holds nothing that the next steps wait for.
    await deleteSampleHistory(client, rows);
    await takeBackCounts(client, rows);
    await deleteSampleSettings(client, rows);
  });
}

/** From here on nothing new is sent; what is under way finds its delivery gone and is not recorded. */
function closeSample(ctx: Context) {
  return transaction(ctx, async (tx) => {
    const { tenantId } = ctx;
    // Waits for the events that are being posted.
    await tx.$queryRaw`SELECT 1 FROM sample_data WHERE tenant_id = ${tenantId}::uuid FOR UPDATE`;
    const sample = await tx.sampleData.findUnique({ where: { tenantId } });
    if (!sample) return undefined;
    const { applicationId } = sample;
    await tx.application.updateMany({
      where: { id: applicationId, tenantId },
      data: { deletedAt: new Date() },
    });
    const endpoints = await tx.endpoint.findMany({
      where: { applicationId, tenantId },
      select: { id: true },
    });
    await closeEndpoints(
      tx,
      endpoints.map(({ id }) => id),
    );
    const target = {
      kind: "sampleData",
      id: toPublicId("application", applicationId),
      label: "the sample data",
    };
    await recordAudit(ctx, tx, { action: "sampleData.removed", target });
    return sample;
  });
}

async function endpointsOf(client: Queryable, applicationId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>("SELECT id FROM endpoints WHERE application_id = $1", [
    applicationId,
  ]);
  return rows.map(({ id }) => id);
}
