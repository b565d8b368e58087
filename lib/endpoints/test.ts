import { deliveryChange, eventChange } from "../changes/change.ts";
import { announceChanges } from "../changes/notification.ts";
import { type Context, databaseOf, transaction } from "../context.ts";
import { statementsIn } from "../db.ts";
import { AppError, notFound } from "../errors.ts";
import { insertEvents } from "../events/insert-events.ts";
import { fromPublicId, newId, toPublicId } from "../ids.ts";
import { jobsInPrisma, wakeLanes } from "../queue/wake.ts";
import { activeTraceParent } from "../tracing.ts";

export type TestSend = {
  endpointId: string;
  eventType?: string | undefined;
  /** JSON text, delivered as it is written. */
  data?: string | undefined;
};

const defaultEventType = "posthorn.test";

/**
 * Sends one signed test event to this endpoint alone, whatever it subscribes to: an event marked as a test with one
 * delivery, woken at once, in the context's transaction if one is open. Data defaults to the event type's example. Throws 409 unless the endpoint is enabled.
 */
export async function testEndpoint(
  ctx: Context,
  { endpointId, eventType = defaultEventType, data }: TestSend,
) {
  const endpoint = await findEnabled(ctx, endpointId);
  const event = {
    id: newId(),
    tenantId: ctx.tenantId,
    application: undefined,
    applicationId: endpoint.applicationId,
    type: eventType,
    uid: undefined,
    data: data ?? JSON.stringify(await exampleOf(ctx, eventType)),
    channels: [],
    tags: [],
    occurredAt: undefined,
    idempotency: undefined,
    traceParent: activeTraceParent(),
  };
  const delivery = {
    id: newId(),
    tenantId: ctx.tenantId,
    applicationId: endpoint.applicationId,
    eventId: event.id,
    eventType,
    endpointId: endpoint.id,
    payloadFormat: endpoint.payloadFormat,
    status: "pending" as const,
  };
  await transaction(ctx, async (tx) => {
    await insertEvents(statementsIn(tx), [event], { deliveries: [delivery], isTest: true });
    await wakeLanes(jobsInPrisma(tx), [endpoint.id]);
    await announceChanges(jobsInPrisma(tx), [eventChange(event), deliveryChange(delivery)]);
  });
  return { deliveryId: toPublicId("delivery", delivery.id), eventId: toPublicId("event", event.id) };
}

async function findEnabled(ctx: Context, publicId: string) {
  const id = fromPublicId("endpoint", publicId);
  const endpoint =
    id &&
    (await databaseOf(ctx).endpoint.findFirst({ where: { id, tenantId: ctx.tenantId, deletedAt: null } }));
  if (!endpoint) throw notFound("endpoint");
  if (endpoint.state === "enabled") return endpoint;
  throw new AppError("conflict", {
    detail: `The endpoint is ${endpoint.state}; enable it to send a test event.`,
  });
}

async function exampleOf(ctx: Context, name: string): Promise<unknown> {
  const type = await databaseOf(ctx).eventType.findUnique({
    where: { tenantId_name: { tenantId: ctx.tenantId, name } },
  });
  return type?.example ?? { message: "This is a test event from Posthorn." };
}
