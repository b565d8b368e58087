import type { z } from "zod";
import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { Endpoint, updateEndpointBody } from "../contracts/endpoints.ts";
import type { Transaction } from "../db.ts";
import { defined } from "../defined.ts";
import { AppError } from "../errors.ts";
import { jobsInPrisma, wakeLanes } from "../queue/wake.ts";
import { announceEndpoints } from "./announce.ts";
import { checkTarget } from "./check-target.ts";
import { cancelOpen } from "./close.ts";
import { type EndpointRow, endpointIncludes, lockEndpoint } from "./find.ts";
import { openHeaders, sealHeaders, unmaskHeaders } from "./sealed-headers.ts";
import { closedColumns, nextState, type State, stateAction } from "./state.ts";
import { replaceSubscriptions } from "./subscriptions.ts";
import { endpointTarget, toEndpoint } from "./to-endpoint.ts";

type Changes = z.output<typeof updateEndpointBody>;

/**
 * Changes what is given of an endpoint. Disabling has its open deliveries canceled, pausing keeps them waiting; enabling,
 * resuming or a new URL starts its lane at once with a clean slate. Throws 404, 409 for pausing what is disabled, 422 for
 * a URL that egress policy blocks.
 */
export async function updateEndpoint(
  ctx: Context,
  { id, ...given }: { id: string } & Changes,
): Promise<Endpoint> {
  const url = given.url === undefined ? undefined : await checkTarget(given.url);
  return transaction(ctx, async (tx) => {
    const before = await lockEndpoint(ctx, tx, id);
    refuseHalfPause(before.state, given);
    const changes = { ...given, ...defined({ url }) };
    const state = nextState(before.state, changes);
    if (changes.eventTypes) await replaceSubscriptions(tx, before, [...new Set(changes.eventTypes)]);
    await applyStart(tx, before, { state, url });
    const after = await tx.endpoint.update({
      where: { id: before.id, tenantId: ctx.tenantId },
      data: { ...columnsOf(before, changes), ...stateColumns(before.state, state), updatedAt: new Date() },
      include: endpointIncludes,
    });
    if (state === "disabled" && before.state !== "disabled") await cancelOpen(tx, before.id);
    await announceEndpoints(tx, [after]);
    await recordChanges(ctx, tx, { before, after, fields: Object.keys(defined(given)) });
    return toEndpoint(after);
  });
}

function refuseHalfPause(state: State, { disabled, paused }: Changes): void {
  if (state === "disabled" && disabled === undefined && paused)
    throw new AppError("conflict", { detail: "The endpoint is disabled; enable it before you pause it." });
}

function columnsOf(before: EndpointRow, changes: Changes) {
  const { url, description, channels, payloadFormat, timeoutSeconds, rateLimit, maxInFlight, metadata } =
    changes;
  const { eventTypes, headers, retrySchedule } = changes;
  return {
    ...defined({
      url,
      description,
      channels,
      payloadFormat,
      timeoutSeconds,
      rateLimit,
      maxInFlight,
      metadata,
    }),
    ...(eventTypes ? { eventTypes: [...new Set(eventTypes)] } : {}),
    ...(retrySchedule === undefined ? {} : { retrySchedule: retrySchedule ?? [] }),
    ...(headers ? { headersSealed: sealHeaders(unmaskHeaders(headers, openHeaders(before)), before) } : {}),
  };
}

function stateColumns(before: State, after: State) {
  if (before === after) return {};
  const reason = after === "disabled" ? closedColumns() : { disabledReason: null, disabledAt: null };
  return { state: after, ...reason };
}

type Start = { state: State; url: string | undefined };

/** Whoever enables an endpoint or gives it another URL has mended it: the failures so far no longer count. */
async function applyStart(tx: Transaction, before: EndpointRow, { state, url }: Start): Promise<void> {
  const isMended =
    (before.state === "disabled" && state !== "disabled") || (url ?? before.url) !== before.url;
  if (isMended) {
    await tx.endpointHealth.update({
      where: { endpointId: before.id },
      data: mended,
    });
  }
  if (state === "enabled" && (isMended || before.state !== "enabled"))
    await wakeLanes(jobsInPrisma(tx), [before.id]);
}

const mended = {
  failingSince: null,
  warnedPercent: 0,
  throttledUntil: null,
  windowStartedAt: null,
  windowDelivered: 0,
  windowFailed: 0,
  openUntil: null,
  failedProbes: 0,
};

type Change = { before: EndpointRow; after: EndpointRow; fields: string[] };

async function recordChanges(
  ctx: Context,
  tx: Transaction,
  { before, after, fields }: Change,
): Promise<void> {
  const target = endpointTarget(after);
  const action = stateAction(before.state, after.state);
  if (action) await recordAudit(ctx, tx, { action, target });
  const settings = fields.filter((field) => field !== "disabled" && field !== "paused");
  if (settings.length === 0) return;
  await recordAudit(ctx, tx, { action: "endpoint.updated", target, details: { fields: settings } });
}
