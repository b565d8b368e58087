import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { Transaction } from "../db.ts";
import { type HeldEndpoint, holdEndpoints, isOpen, refuseClosed } from "../deliveries/hold-endpoints.ts";
import { reopenDeliveries } from "../deliveries/reopen.ts";
import { AppError, notFound } from "../errors.ts";
import { failpoint } from "../failpoint.ts";
import { fromPublicId, newId, toPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";

export type ReplayEvent = { id: string; endpoints?: readonly string[] | undefined };

/**
 * Sends an event again under the same webhook-id: to the endpoints given (of its application; one it was never for gets a
 * delivery of its own), else to all it was for that are not disabled or deleted. What is being sent right now is left alone.
 * Throws 404 for an unknown event or endpoint, 409 for an endpoint given that takes no deliveries.
 */
export async function replayEvent(
  ctx: Context,
  { id, endpoints }: ReplayEvent,
): Promise<{ deliveries: string[] }> {
  const answer = await transaction(ctx, async (tx) => {
    const event = await lockEvent(ctx, tx, id);
    const existing = await deliveriesByEndpoint(ctx, tx, event);
    const chosen = endpoints
      ? await endpointsGiven(ctx, tx, { event, endpoints })
      : await openEndpoints(ctx, tx, [...existing.keys()]);
    const missing = chosen.filter((endpoint) => !existing.has(endpoint.id));
    const created = await createDeliveries(ctx, tx, { event, endpoints: missing });
    const ids = chosen.flatMap((endpoint) => existing.get(endpoint.id) ?? []);
    const reopened = await reopenDeliveries(ctx, tx, { ids: [...ids, ...created] });
    if (reopened.length === 0) {
      throw new AppError("conflict", { detail: "All deliveries of this event are being sent right now." });
    }
    const target = { kind: "event", id, label: event.type };
    await recordAudit(ctx, tx, {
      action: "event.replayed",
      target,
      details: { deliveries: reopened.length },
    });
    failpoint("resend.before-commit");
    return { deliveries: reopened.map((delivery) => toPublicId("delivery", delivery.id)) };
  });
  failpoint("resend.after-commit");
  return answer;
}

type LockedEvent = { id: string; type: string; applicationId: string; isFannedOut: boolean };

/** One replay of an event at a time, so that two do not both create the delivery that is missing. */
async function lockEvent(ctx: Context, tx: Transaction, publicId: string): Promise<LockedEvent> {
  const id = fromPublicId("event", publicId);
  if (!id) throw notFound("event");
  const [event] = await readRows<LockedEvent>(
    { ...ctx, tx },
    sql`SELECT id, type, application_id AS "applicationId", is_fanned_out AS "isFannedOut" FROM events
         WHERE id = ${id}::uuid AND tenant_id = ${ctx.tenantId}::uuid FOR NO KEY UPDATE`,
  );
  if (!event) throw notFound("event");
  if (event.isFannedOut) return event;
  throw new AppError("conflict", {
    detail: "This event is still being handed to its endpoints; try again shortly.",
  });
}

async function deliveriesByEndpoint(
  ctx: Context,
  tx: Transaction,
  event: LockedEvent,
): Promise<Map<string, string>> {
  const rows = await readRows<{ id: string; endpoint_id: string }>(
    { ...ctx, tx },
    sql`SELECT id, endpoint_id FROM deliveries
         WHERE event_id = ${event.id}::uuid AND tenant_id = ${ctx.tenantId}::uuid ORDER BY id`,
  );
  return new Map(rows.map((row) => [row.endpoint_id, row.id]));
}

type Given = { event: LockedEvent; endpoints: readonly string[] };

async function endpointsGiven(
  ctx: Context,
  tx: Transaction,
  { event, endpoints }: Given,
): Promise<HeldEndpoint[]> {
  const ids = [...new Set(endpoints)].flatMap((publicId) => fromPublicId("endpoint", publicId) ?? []);
  const held = await holdEndpoints(ctx, tx, ids);
  const ofApplication = held.filter((endpoint) => endpoint.applicationId === event.applicationId);
  if (ofApplication.length < new Set(endpoints).size) throw notFound("endpoint");
  for (const endpoint of ofApplication) refuseClosed(endpoint);
  return ofApplication;
}

async function openEndpoints(ctx: Context, tx: Transaction, ids: readonly string[]): Promise<HeldEndpoint[]> {
  const open = (await holdEndpoints(ctx, tx, ids)).filter(isOpen);
  if (open.length > 0) return open;
  throw new AppError("conflict", {
    detail: "None of the endpoints this event was for takes deliveries now; enable one or name others.",
  });
}

type Missing = { event: LockedEvent; endpoints: readonly HeldEndpoint[] };

/** Not yet due: re-opening them with the others makes them so, by the database clock. */
async function createDeliveries(
  ctx: Context,
  tx: Transaction,
  { event, endpoints }: Missing,
): Promise<string[]> {
  const deliveries = endpoints.map((endpoint) => ({
    id: newId(),
    tenantId: ctx.tenantId,
    applicationId: event.applicationId,
    eventId: event.id,
    eventType: event.type,
    endpointId: endpoint.id,
    payloadFormat: endpoint.payloadFormat,
    status: "pending" as const,
  }));
  if (deliveries.length > 0) await tx.delivery.createMany({ data: deliveries });
  return deliveries.map((delivery) => delivery.id);
}
