import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import { findEndpoint } from "./find.ts";
import { readSecrets } from "./secrets.ts";
import { endpointTarget } from "./to-endpoint.ts";

/** Reveals an endpoint's signing secret and notes in the audit log who asked. Throws 404. */
export function getEndpointSecret(ctx: Context, { id }: { id: string }) {
  return transaction(ctx, async (tx) => {
    const endpoint = await findEndpoint({ ...ctx, tx }, id);
    await recordAudit(ctx, tx, { action: "secret.revealed", target: endpointTarget(endpoint) });
    return readSecrets(ctx, tx, endpoint.id);
  });
}
