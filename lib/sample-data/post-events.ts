import type { SampleData } from "#prisma/generated/client.ts";
import { type Context, transaction } from "../context.ts";
import { acceptEvent } from "../events/accept.ts";
import { toPublicId } from "../ids.ts";
import { sampleEvents } from "./contents.ts";

/** Posts the sample events as a producer would; repeated, it posts none twice, and none once the sample data is gone. */
export async function postSampleEvents(tenantId: string): Promise<void> {
  const ctx: Context = { tenantId, actor: { kind: "system", id: null, label: "Sample data" } };
  await transaction(ctx, async (tx) => {
    // Whoever removes the sample data meanwhile waits, so that no event comes after.
    await tx.$queryRaw`SELECT 1 FROM sample_data WHERE tenant_id = ${tenantId}::uuid FOR SHARE`;
    const sample = await tx.sampleData.findUnique({ where: { tenantId } });
    if (sample) await postAll(ctx, sample);
  });
}

async function postAll(ctx: Context, { applicationId, eventTypes }: SampleData): Promise<void> {
  const application = toPublicId("application", applicationId);
  for (const event of sampleEvents(eventTypes)) {
    const body = { ...event, id: `${event.id}-${application}`, application };
    await acceptEvent(ctx, { body, text: JSON.stringify(body) });
  }
}
