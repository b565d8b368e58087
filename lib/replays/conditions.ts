import type { Context } from "../context.ts";
import { stateConditions } from "../deliveries/conditions.ts";
import { type Sql, sql } from "../log-query/sql.ts";
import { withinWindow } from "../log-query/time-window.ts";
import type { Scope } from "./scope.ts";

/** A scope as it stood at a moment. */
export type FixedScope = Scope & { createdAt: Date };

/** Which deliveries are in a scope right now, as conditions on `delivery`, confined to the tenant. */
export function scopeConditions(ctx: Context, scope: Scope): Sql[] {
  const { endpointId, applicationId, eventTypes, statuses, responseStatus, errorKinds } = scope;
  const window = { since: scope.since.toISOString(), until: scope.until.toISOString() };
  return [
    sql`delivery.tenant_id = ${ctx.tenantId}::uuid`,
    ...withinWindow(sql`delivery.id`, window),
    ...stateConditions({
      status: statuses,
      ...(responseStatus === null ? {} : { responseStatus }),
      ...(errorKinds.length === 0 ? {} : { errorKind: errorKinds }),
    }),
    ...(endpointId ? [sql`delivery.endpoint_id = ${endpointId}::uuid`] : []),
    ...(applicationId ? [sql`delivery.application_id = ${applicationId}::uuid`] : []),
    ...(eventTypes.length > 0 ? [sql`delivery.event_type = ANY(${eventTypes}::text[])`] : []),
  ];
}

/**
 * Which deliveries were in a scope at that moment and are still as they were: what was made or came to its state later, be
 * it by somebody's resend or by this replay itself, is not in it.
 */
export function fixedConditions(ctx: Context, scope: FixedScope): Sql[] {
  const { createdAt } = scope;
  const until = scope.until < createdAt ? scope.until : createdAt;
  return [
    ...scopeConditions(ctx, { ...scope, until }),
    sql`CASE WHEN delivery.status <> 'retrying' THEN delivery.completed_at <= ${createdAt}::timestamptz
             ELSE coalesce(delivery.attempt_started_at + delivery.last_duration_ms * interval '1 ms'
                             <= ${createdAt}::timestamptz, TRUE) END`,
  ];
}
