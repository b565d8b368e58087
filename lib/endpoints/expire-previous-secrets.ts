import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import { announceEndpoints } from "./announce.ts";
import { lockEndpoint } from "./find.ts";
import { endpointTarget } from "./to-endpoint.ts";

/** Ends the overlap of a rotation: from now on only the current secret signs. Answers how many stopped. Throws 404. */
export function expirePreviousSecrets(ctx: Context, { id }: { id: string }): Promise<{ expired: number }> {
  return transaction(ctx, async (tx) => {
    const endpoint = await lockEndpoint(ctx, tx, id);
    const { count } = await tx.endpointSecret.deleteMany({
      where: { endpointId: endpoint.id, expiresAt: { not: null } },
    });
    await announceEndpoints(tx, [endpoint]);
    const details = { expired: count };
    await recordAudit(ctx, tx, { action: "secret.expired", target: endpointTarget(endpoint), details });
    return { expired: count };
  });
}
