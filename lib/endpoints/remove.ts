import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import { closeEndpoints } from "./close.ts";
import { lockEndpoint } from "./find.ts";
import { endpointTarget } from "./to-endpoint.ts";

/** Deletes an endpoint: its open deliveries become canceled, the logs keep its URL. Throws 404. */
export function removeEndpoint(ctx: Context, { id }: { id: string }): Promise<undefined> {
  return transaction(ctx, async (tx): Promise<undefined> => {
    const endpoint = await lockEndpoint(ctx, tx, id);
    await closeEndpoints(tx, [endpoint.id]);
    await recordAudit(ctx, tx, { action: "endpoint.deleted", target: endpointTarget(endpoint) });
  });
}
