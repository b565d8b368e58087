import { type Context, transaction } from "../context.ts";
import type { Alert } from "../contracts/alerts.ts";
import { recordAlert } from "./record.ts";
import { toAlert } from "./to-alert.ts";

/** Sends an alert that means nothing by every way that is set, so that people see it arrive. */
export function sendTestAlert(ctx: Context): Promise<Alert> {
  const { tenantId } = ctx;
  const reason = `${ctx.actor.label} asked for it. All is well.`;
  return transaction(ctx, async (tx) =>
    toAlert(await recordAlert(tx, { tenantId, endpointId: null, cause: "test", reason, count: 1 })),
  );
}
