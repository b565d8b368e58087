import type { z } from "zod";
import { lockApplication } from "../applications/lock.ts";
import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { createEndpointBody, Endpoint } from "../contracts/endpoints.ts";
import { defined } from "../defined.ts";
import { newId } from "../ids.ts";
import { announceEndpoints } from "./announce.ts";
import { checkTarget } from "./check-target.ts";
import { endpointIncludes } from "./find.ts";
import { sealHeaders } from "./sealed-headers.ts";
import { chooseSecret, insertSecret } from "./secrets.ts";
import { closedColumns, nextState } from "./state.ts";
import { insertSubscriptions } from "./subscriptions.ts";
import { endpointTarget, toEndpoint } from "./to-endpoint.ts";

export type NewEndpoint = z.output<typeof createEndpointBody>;

/**
 * Creates an endpoint of an application with its subscriptions and its signing secret, generated or imported; the secret
 * is in this answer only. Throws 404 for the application, 422 for a URL that egress policy blocks or a malformed secret.
 */
export async function createEndpoint(
  ctx: Context,
  input: NewEndpoint,
): Promise<Endpoint & { secret: string }> {
  const secret = chooseSecret(input.secret);
  const url = await checkTarget(input.url);
  return transaction(ctx, async (tx) => {
    const application = await lockApplication(ctx, tx, input.application);
    const id = newId();
    const eventTypes = [...new Set(input.eventTypes)];
    const row = await tx.endpoint.create({
      data: {
        ...columnsOf(ctx, { ...input, url, id }),
        id,
        tenantId: ctx.tenantId,
        applicationId: application.id,
        eventTypes,
        health: { create: {} },
      },
      include: endpointIncludes,
    });
    await insertSubscriptions(tx, row, eventTypes);
    await insertSecret(ctx, tx, { endpointId: id, secret });
    await announceEndpoints(tx, [row]);
    await recordAudit(ctx, tx, { action: "endpoint.created", target: endpointTarget(row) });
    return { ...toEndpoint(row), secret };
  });
}

function columnsOf({ tenantId }: Context, input: NewEndpoint & { id: string }) {
  const { url, description, channels, payloadFormat, timeoutSeconds, rateLimit, maxInFlight, metadata } =
    input;
  const state = nextState("enabled", input);
  return {
    url,
    ...defined({ description, channels, payloadFormat, timeoutSeconds, rateLimit, maxInFlight, metadata }),
    headersSealed: sealHeaders(input.headers ?? {}, { tenantId, id: input.id }),
    retrySchedule: input.retrySchedule ?? [],
    state,
    ...(state === "disabled" ? closedColumns() : {}),
  };
}
