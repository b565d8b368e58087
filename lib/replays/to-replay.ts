import type { Actor, Context } from "../context.ts";
import type { Replay, ReplayStatus } from "../contracts/replays.ts";
import { toPublicId } from "../ids.ts";
import { type Sql, sql } from "../log-query/sql.ts";
import type { Scope } from "./scope.ts";

/** A replay joined with the names of what it is confined to. */
export type ReplayRow = Scoped &
  Counts & {
    id: string;
    status: ReplayStatus;
    actorKind: Replay["startedBy"]["kind"];
    actorLabel: string;
    createdAt: Date;
    finishedAt: Date | null;
  };

type Scoped = Scope & { endpointUrl: string | null; applicationName: string | null };

type Counts = Pick<
  Replay,
  "total" | "opened" | "skipped" | "waiting" | "retrying" | "delivered" | "failed" | "canceled"
>;

/** Reads replays in the form of `ReplayRow`; `conditions` choose them, `order` says how they come out. */
export function selectReplays(conditions: Sql, order: Sql): Sql {
  return sql`
    SELECT replay.id, replay.status::text AS status, replay.endpoint_id AS "endpointId", endpoint.url AS "endpointUrl",
           replay.application_id AS "applicationId", application.name AS "applicationName",
           replay.event_types AS "eventTypes", replay.statuses::text[] AS statuses,
           replay.response_status AS "responseStatus", replay.error_kinds AS "errorKinds", replay.since, replay.until,
           replay.total, replay.opened, replay.skipped, replay.waiting, replay.retrying, replay.delivered, replay.failed,
           replay.canceled, replay.actor_kind AS "actorKind", replay.actor_label AS "actorLabel",
           replay.created_at AS "createdAt", replay.finished_at AS "finishedAt"
      FROM replays replay
      LEFT JOIN endpoints endpoint ON endpoint.id = replay.endpoint_id
      LEFT JOIN applications application ON application.id = replay.application_id
     WHERE ${conditions} ${order}`;
}

/** The replay as the API shows it to whoever asks. */
export function toReplay(row: ReplayRow, { actor }: Pick<Context, "actor">): Replay {
  const { total, opened, skipped, waiting, retrying, delivered, failed, canceled } = row;
  return {
    id: toPublicId("replay", row.id),
    status: row.status,
    scope: toScope(row),
    ...{ total, opened, skipped, waiting, retrying, delivered, failed, canceled },
    startedBy: { kind: row.actorKind, label: shownLabel(row, actor) },
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** Whoever holds a portal session is a stranger to the tenant's members and keys: they are told that, not who. */
function shownLabel({ actorKind, actorLabel }: ReplayRow, viewer: Actor): string {
  return viewer.kind === "portal" && actorKind !== "portal" ? "The sender" : actorLabel;
}

function toScope(row: Scoped): Replay["scope"] {
  return {
    endpoint: row.endpointId && toPublicId("endpoint", row.endpointId),
    endpointUrl: row.endpointUrl,
    application: row.applicationId && toPublicId("application", row.applicationId),
    applicationName: row.applicationName,
    eventTypes: row.eventTypes,
    status: row.statuses,
    responseStatus: row.responseStatus,
    errorKind: row.errorKinds,
    since: row.since.toISOString(),
    until: row.until.toISOString(),
  };
}
