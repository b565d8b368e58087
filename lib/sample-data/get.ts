import { type Context, databaseOf } from "../context.ts";
import type { SampleData } from "../contracts/sample-data.ts";
import { toPublicId } from "../ids.ts";

/** Whether sample data is loaded, and what of it. */
export async function getSampleData(ctx: Context): Promise<SampleData> {
  const row = await databaseOf(ctx).sampleData.findUnique({ where: { tenantId: ctx.tenantId } });
  return {
    loaded: row !== null,
    application: row && toPublicId("application", row.applicationId),
    eventTypes: row?.eventTypes ?? [],
    loadedAt: row?.createdAt.toISOString() ?? null,
  };
}
