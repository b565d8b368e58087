import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Context } from "../context.ts";
import type { AcceptedEvent, createEventBody } from "../contracts/events.ts";
import { invalid } from "../errors.ts";
import { newId, toPublicId } from "../ids.ts";
import { count, observeSince } from "../metrics.ts";
import { activeTraceParent } from "../tracing.ts";
import { inNextFlush } from "./flush.ts";
import { membersOf, type Span } from "./json-text.ts";
import type { NewEvent, StoredEvent } from "./store.ts";

export type AcceptInput = {
  body: z.output<typeof createEventBody>;
  /** The request's JSON text and where in it the event stands. */
  text: string;
  span?: Span;
  idempotency?: { key: string; fingerprint: Buffer };
};

/**
 * Stores an event with everything needed to deliver it, or nothing at all; resolves only after the commit is durable.
 * The same `id` or `Idempotency-Key` again resolves with the first event. Throws 422 for an unknown application or a
 * reused key, 503 when the database is away or too much waits.
 */
export async function acceptEvent(ctx: Context, input: AcceptInput): Promise<AcceptedEvent> {
  const startedAtMs = performance.now();
  const stored = await inNextFlush(toNewEvent(ctx, input));
  count("posthorn_events_accepted_total");
  observeSince("posthorn_event_accept_seconds", startedAtMs);
  return toAcceptedEvent(stored);
}

/** What makes two requests under one idempotency key the same: the operation and the bytes of the body. */
export function fingerprintOfEvents(text: string): Buffer {
  return createHash("sha256").update("events\n").update(text).digest();
}

function toNewEvent(ctx: Context, { body, text, span, idempotency }: AcceptInput): NewEvent {
  const data = membersOf(text, span?.start ?? 0).get("data");
  if (!data) throw invalid("data", "is required");
  return {
    id: newId(),
    tenantId: ctx.tenantId,
    application: body.application,
    type: body.type,
    uid: body.id,
    data: text.slice(data.start, data.end),
    channels: body.channels ?? [],
    tags: body.tags ?? [],
    occurredAt: body.timestamp === undefined ? undefined : new Date(body.timestamp),
    idempotency,
    traceParent: activeTraceParent(),
  };
}

function toAcceptedEvent(stored: StoredEvent): AcceptedEvent {
  return {
    id: toPublicId("event", stored.id),
    type: stored.type,
    application: toPublicId("application", stored.applicationId),
    timestamp: stored.occurredAt.toISOString(),
    createdAt: stored.createdAt.toISOString(),
  };
}
