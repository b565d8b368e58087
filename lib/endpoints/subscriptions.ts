import type { Transaction } from "../db.ts";
import type { EndpointRow } from "./find.ts";

type Subscribing = Pick<EndpointRow, "id" | "applicationId">;

/** Subscribes an endpoint to event types and wildcards, one row each, so that fan-out is an equality look-up. */
export async function insertSubscriptions(
  tx: Transaction,
  { id: endpointId, applicationId }: Subscribing,
  patterns: readonly string[],
): Promise<void> {
  await tx.endpointSubscription.createMany({
    data: patterns.map((pattern) => ({ endpointId, applicationId, pattern })),
  });
}

/** Subscribes an endpoint to exactly these patterns from now on. */
export async function replaceSubscriptions(
  tx: Transaction,
  endpoint: Subscribing,
  patterns: readonly string[],
): Promise<void> {
  await tx.endpointSubscription.deleteMany({ where: { endpointId: endpoint.id } });
  await insertSubscriptions(tx, endpoint, patterns);
}
