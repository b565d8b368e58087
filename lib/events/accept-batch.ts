import type { z } from "zod";
import type { Context } from "../context.ts";
import { type AcceptedEvent, type createEventBatch, createEventBody } from "../contracts/events.ts";
import { env } from "../env.ts";
import { AppError, type FieldError } from "../errors.ts";
import { fieldErrors } from "../field-errors.ts";
import { count } from "../metrics.ts";
import { acceptEvent, fingerprintOfEvents } from "./accept.ts";
import { elementsOf, membersOf, type Span } from "./json-text.ts";

type Refused = { error: { code: string; detail: string; errors: FieldError[] } };
export type BatchAnswer = { data: (AcceptedEvent | Refused)[] };

export type BatchInput = {
  body: z.output<(typeof createEventBatch)["body"]>;
  text: string;
  idempotencyKey: string | undefined;
};

/**
 * Accepts up to 1,000 events and answers in their order; one bad item fails alone. Under an `Idempotency-Key` every item
 * has its own place, so a repeated batch returns the first events also where the first try broke off half-way.
 */
export async function acceptBatch(
  ctx: Context,
  { body, text, idempotencyKey }: BatchInput,
): Promise<BatchAnswer> {
  const spans = elementsOf(text, membersOf(text).get("events")?.start ?? 0);
  const fingerprint = idempotencyKey === undefined ? undefined : fingerprintOfEvents(text);
  const results = await Promise.allSettled(
    body.events.map(async (event, index) => {
      const idempotency = fingerprint && { key: `${idempotencyKey}\n${index}`, fingerprint };
      return acceptItem(ctx, { event, text, span: spans[index], idempotency });
    }),
  );
  return {
    data: results.map((result) => (result.status === "fulfilled" ? result.value : refused(result.reason))),
  };
}

type Item = {
  event: unknown;
  text: string;
  span: Span | undefined;
  idempotency: { key: string; fingerprint: Buffer } | undefined;
};

async function acceptItem(ctx: Context, { event, text, span, idempotency }: Item): Promise<AcceptedEvent> {
  if (!span) throw new Error("the parsed batch and its text differ in length");
  const { maxEventBytes } = env();
  if (Buffer.byteLength(text.slice(span.start, span.end)) > maxEventBytes) {
    throw new AppError("body_too_large", { detail: `An event may hold at most ${maxEventBytes} bytes.` });
  }
  const parsed = createEventBody.safeParse(event);
  if (!parsed.success) {
    throw new AppError("invalid_request", {
      detail: "See errors for each value.",
      fields: fieldErrors(parsed),
    });
  }
  return acceptEvent(ctx, { body: parsed.data, text, span, ...(idempotency ? { idempotency } : {}) });
}

function refused(reason: unknown): Refused {
  if (!(reason instanceof AppError) || reason.status >= 500 || reason.code === "idempotency_key_reused")
    throw reason;
  count("posthorn_events_refused_total", { code: reason.code });
  return { error: { code: reason.code, detail: reason.message, errors: reason.fields } };
}
