import type { Alert as AlertRow } from "#prisma/generated/client.ts";
import type { Alert } from "../contracts/alerts.ts";
import { toPublicId } from "../ids.ts";

/** The contract's shape of an alert. */
export function toAlert(row: AlertRow): Alert {
  return {
    id: toPublicId("alert", row.id),
    cause: row.cause as Alert["cause"],
    endpoint: row.endpointId ? { id: toPublicId("endpoint", row.endpointId), url: row.url ?? "" } : null,
    reason: row.reason,
    count: row.count,
    slack: row.slack as Alert["slack"],
    event: row.event as Alert["event"],
    error: row.error,
    createdAt: row.createdAt.toISOString(),
  };
}
