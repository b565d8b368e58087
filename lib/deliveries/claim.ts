import { deliveryChange } from "../changes/change.ts";
import { noteChanges } from "../changes/note.ts";
import { inTransaction, type Queryable } from "../db.ts";
import { loadTargets, type Target } from "../endpoints/load-targets.ts";
import { failpoint } from "../failpoint.ts";
import { firstIdAt, newId } from "../ids.ts";

/** A delivery this worker may send until its lease ends, with all that makes up the request's body. */
export type Claim = {
  deliveryId: string;
  tenantId: string;
  applicationId: string;
  eventId: string;
  endpointId: string;
  eventType: string;
  payloadFormat: "full" | "data";
  data: string;
  occurredAt: Date;
  /** Of this attempt, from 1, counting all attempts of the delivery. */
  attemptNumber: number;
  /** Of this attempt within the retry schedule, from 1; starts anew with a resend. */
  scheduleAttempt: number;
  leaseToken: string;
  /** Of the span in which the event was accepted; null without traces. */
  traceParent: string | null;
  /** When the lease began, by the database clock, and when the claim was asked for, by `performance.now()`. */
  claimedAt: Date;
  askedMs: number;
};

export type ClaimRequest = {
  /** Lanes and the most deliveries to take of each. */
  lanes: ReadonlyMap<string, number>;
  /** The least time a lease lasts; an endpoint with a long time-out gets that much and 15 s. */
  leaseMs: number;
  /** `recent` looks at deliveries of the last day alone: a partition or two instead of a dozen. */
  reach: "recent" | "all";
};

export type Claimed = {
  claims: Claim[];
  /** Where they go, by endpoint; none for an endpoint whose secrets cannot be read. */
  targets: Map<string, Target>;
  /** Lanes that another worker is claiming at this moment, so that nothing was taken of them. */
  contended: string[];
};

/**
 * Takes due deliveries of many lanes at once: each becomes `sending` under a lease, its attempt counted. Never more of
 * an endpoint than its free in-flight slots and its rate limit allow, over all workers; a single probe while its circuit
 * breaker is open, none of one that is paused, disabled, deleted or throttled. Their targets are read in the same transaction.
 */
export async function claimDeliveries({ lanes, leaseMs, reach }: ClaimRequest): Promise<Claimed> {
  const leaseToken = newId();
  const askedMs = performance.now();
  const claimed = await inTransaction(async (client) => {
    const [locked, taken] = await Promise.all([
      lockLanes(client, [...lanes.keys()]),
      client.query<Omit<Claim, "leaseToken" | "askedMs">>({
        name: "claim-deliveries",
        text: claimStatement,
        values: [[...lanes.keys()], [...lanes.values()], leaseToken, leaseMs, ...rangeOf(reach)],
      }),
    ]);
    const endpointIds = new Set(taken.rows.map((row) => row.endpointId));
    const targets = endpointIds.size > 0 ? await loadTargets(client, [...endpointIds]) : new Map();
    failpoint("claim.before-commit");
    return {
      claims: taken.rows.map((row) => ({ ...row, leaseToken, askedMs })),
      targets,
      contended: [...lanes.keys()].filter((endpointId) => !locked.has(endpointId)),
    };
  });
  failpoint("claim.after-commit");
  noteChanges(claimed.claims.map((claim) => deliveryChange({ ...claim, id: claim.deliveryId })));
  return claimed;
}

/**
 * Locks the lanes that nobody else is claiming, and leaves word of them for the claim, which is a statement of its own
 * because only a later snapshot is sure to count what the lock's previous owner put in flight.
 */
async function lockLanes(client: Queryable, endpointIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ lanes: string }>({
    name: "lock-lanes",
    text: `SELECT set_config('posthorn.lanes', coalesce(string_agg(id::text, ','), ''), true) AS lanes
             FROM unnest($1::uuid[]) AS id
            WHERE pg_try_advisory_xact_lock(hashtext('posthorn lane'), hashtext(id::text))`,
    values: [endpointIds],
  });
  return new Set(rows[0]?.lanes.split(","));
}

/** Whether a claim of reach `recent` would not have found it. */
export function isOld({ deliveryId }: Claim): boolean {
  return deliveryId < rangeOf("recent")[0];
}

const dayMs = 86_400_000;

/** Ids between which a claim looks; partitions outside are pruned before the statement runs. */
function rangeOf(reach: ClaimRequest["reach"]): [string, string] {
  const now = Date.now();
  return [firstIdAt(new Date(reach === "recent" ? now - dayMs : 0)), firstIdAt(new Date(now + dayMs))];
}

/** Deliveries and events are looked up by id alone, for the reason that settle.ts gives. */
const claimStatement = `
  WITH wanted AS MATERIALIZED (
    SELECT endpoint_id, slots FROM unnest($1::uuid[], $2::int[]) AS wanted (endpoint_id, slots)
     WHERE endpoint_id = ANY ((SELECT string_to_array(current_setting('posthorn.lanes'), ',')::uuid[])::uuid[])
  ), sending AS (
    SELECT endpoint_id, count(*)::int AS count FROM deliveries
     WHERE endpoint_id = ANY ($1::uuid[]) AND status = 'sending' GROUP BY endpoint_id
  ), bucket AS (
    SELECT health.endpoint_id,
           least(endpoint.rate_limit, health.rate_tokens + endpoint.rate_limit
             * extract(epoch FROM now() - coalesce(health.rate_filled_at, now() - interval '1 s'))::float8) AS tokens
      FROM endpoint_health health JOIN endpoints endpoint ON endpoint.id = health.endpoint_id
     WHERE health.endpoint_id = ANY ($1::uuid[]) AND endpoint.rate_limit IS NOT NULL
     ORDER BY health.endpoint_id FOR UPDATE OF health
  ), lane AS (
    SELECT endpoint.id, endpoint.timeout_seconds,
           greatest(0, least(
             wanted.slots,
             CASE WHEN health.open_until IS NULL THEN endpoint.max_in_flight ELSE 1 END - coalesce(sending.count, 0),
             floor(bucket.tokens))::int) AS slots
      FROM wanted
      JOIN endpoints endpoint ON endpoint.id = wanted.endpoint_id
      JOIN endpoint_health health ON health.endpoint_id = wanted.endpoint_id
      LEFT JOIN sending ON sending.endpoint_id = wanted.endpoint_id
      LEFT JOIN bucket ON bucket.endpoint_id = wanted.endpoint_id
     WHERE endpoint.state = 'enabled' AND endpoint.deleted_at IS NULL
       AND (health.throttled_until IS NULL OR health.throttled_until <= now())
       AND (health.open_until IS NULL OR health.open_until <= now())
  ), due AS (
    SELECT picked.id FROM lane CROSS JOIN LATERAL (
        SELECT deliveries.id FROM deliveries
         WHERE deliveries.endpoint_id = lane.id
           AND deliveries.status = ANY (ARRAY['pending'::delivery_status, 'retrying'::delivery_status])
           AND deliveries.next_attempt_at <= now() AND deliveries.id BETWEEN $5::uuid AND $6::uuid
         ORDER BY deliveries.next_attempt_at LIMIT lane.slots FOR UPDATE SKIP LOCKED) AS picked
  ), claimed AS (
    UPDATE deliveries
       SET status = 'sending', attempt_count = attempt_count + 1, attempt_started_at = now(), lease_token = $3,
           lease_until = now() + interval '1 ms'
             * greatest($4::int, (SELECT lane.timeout_seconds FROM lane WHERE lane.id = endpoint_id) * 1000 + 15000)
     WHERE id = ANY (ARRAY (SELECT id FROM due)) AND id BETWEEN $5::uuid AND $6::uuid
    RETURNING deliveries.*
  ), spent AS (
    UPDATE endpoint_health SET rate_tokens = bucket.tokens - taken.count, rate_filled_at = now()
      FROM bucket JOIN (SELECT endpoint_id, count(*) AS count FROM claimed GROUP BY endpoint_id) AS taken
        ON taken.endpoint_id = bucket.endpoint_id
     WHERE endpoint_health.endpoint_id = bucket.endpoint_id
  )
  SELECT claimed.id AS "deliveryId", claimed.tenant_id AS "tenantId",
         claimed.application_id AS "applicationId", claimed.event_id AS "eventId",
         claimed.endpoint_id AS "endpointId", claimed.event_type AS "eventType",
         claimed.payload_format AS "payloadFormat", event.data, event.occurred_at AS "occurredAt",
         claimed.attempt_count AS "attemptNumber", claimed.schedule_attempts + 1 AS "scheduleAttempt",
         event.trace_parent AS "traceParent",
         claimed.attempt_started_at AS "claimedAt"
    FROM claimed JOIN events event ON event.id = claimed.event_id
   WHERE event.id = ANY (ARRAY (SELECT event_id FROM claimed))`;
