import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { SampleData } from "../contracts/sample-data.ts";
import type { Transaction } from "../db.ts";
import { createEndpoint } from "../endpoints/create.ts";
import { newId, toPublicId } from "../ids.ts";
import { getInbox } from "../inbox/get.ts";
import { enqueue, jobsInPrisma } from "../queue/wake.ts";
import { sampleEndpoints, sampleEventTypes } from "./contents.ts";
import { getSampleData } from "./get.ts";

/**
 * Makes the sample application with its endpoints and event types, all called sample, and has the worker post its events.
 * Repeated, it changes nothing. An event type whose name the tenant has already stays
 * the tenant's own, and no sample event is of it.
 */
export async function loadSampleData(ctx: Context): Promise<SampleData> {
  return transaction(ctx, async (tx) => {
    const inside = { ...ctx, tx };
    const applicationId = newId();
    const { count } = await tx.sampleData.createMany({
      data: [{ tenantId: ctx.tenantId, applicationId, eventTypes: [] }],
      skipDuplicates: true,
    });
    if (count === 0) return getSampleData(inside);
    await insertApplication(inside, tx, applicationId);
    await insertEventTypes(inside, tx);
    await insertEndpoints(inside, applicationId);
    const target = {
      kind: "sampleData",
      id: toPublicId("application", applicationId),
      label: "the sample data",
    };
    await recordAudit(ctx, tx, { action: "sampleData.loaded", target });
    const { tenantId } = ctx;
    await enqueue(jobsInPrisma(tx), { queue: "sample-events", key: tenantId, data: { tenantId } });
    return getSampleData(inside);
  });
}

async function insertApplication({ tenantId }: Context, tx: Transaction, id: string): Promise<void> {
  const uid = `sample-${toPublicId("application", id)}`;
  await tx.application.create({ data: { id, tenantId, uid, name: "Sample: Corner shop" } });
}

async function insertEventTypes({ tenantId }: Context, tx: Transaction): Promise<void> {
  const made = await tx.eventType.createManyAndReturn({
    data: sampleEventTypes.map(({ name, description, example }) => ({
      tenantId,
      name,
      description,
      example: example as object,
    })),
    skipDuplicates: true,
    select: { name: true },
  });
  await tx.sampleData.update({
    where: { tenantId },
    data: { eventTypes: made.map(({ name }) => name) },
  });
}

async function insertEndpoints(ctx: Context, applicationId: string): Promise<void> {
  const { url } = await getInbox(ctx);
  const application = toPublicId("application", applicationId);
  for (const { query, retrySchedule, ...settings } of sampleEndpoints) {
    const retries = retrySchedule.length > 0 ? { retrySchedule } : {};
    await createEndpoint(ctx, { ...settings, ...retries, url: url + query, application });
  }
}
