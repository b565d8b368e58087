/** What queries and invalidations are grouped by. */
export type Resource =
  | "alerts"
  | "api-keys"
  | "applications"
  | "attempts"
  | "audit-log"
  | "catalogue-link"
  | "deliveries"
  | "emails"
  | "endpoints"
  | "event-types"
  | "events"
  | "inbox"
  | "invitations"
  | "me"
  | "members"
  | "notification-settings"
  | "portal-sessions"
  | "portal-settings"
  | "replays"
  | "sample-data"
  | "stats"
  | "views";

/** A query key: tenant first, so that nothing of one is ever shown in another. */
export function keyOf(tenantId: string, resource: Resource, ...rest: readonly unknown[]): readonly unknown[] {
  return [tenantId, resource, ...rest];
}
