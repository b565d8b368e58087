import type { Queryable } from "../db.ts";

/** What is known of an endpoint in which something may have changed; times as of one moment, `now`. */
export type Observation = {
  now: Date;
  endpointId: string;
  tenantId: string;
  state: "enabled" | "paused" | "disabled";
  disabledReason: string | null;
  disabledSince: Date | null;
  failingSince: Date | null;
  openUntil: Date | null;
  lastDeliveredAt: Date | null;
  lastFailure: string | null;
  isFailing: boolean;
  failingBy: "breaker" | "rate" | null;
  times: number;
  toldFailing: boolean;
  failingAt: Date | null;
  recoveredAt: Date | null;
  exhaustedAt: Date | null;
  disabledAt: Date | null;
  toldDisabledAt: Date | null;
  /** Attempts of the window; while it does not fail, of those five-minute buckets that began since it recovered. */
  attempts: number;
  failures: number;
  /** Deliveries given up since that was told last, and those of the running five minutes. */
  exhausted: number;
  exhaustedNow: number;
  failurePercent: number;
  failureAttempts: number;
  windowMinutes: number;
  exhaustedCount: number;
};

/** Reads the endpoints that fail, failed lately, were disabled lately, or were told to fail; `endpointId` reads that one alone. */
export async function observeEndpoints(client: Queryable, endpointId?: string): Promise<Observation[]> {
  const { rows } = await client.query<Observation>(observeStatement, [endpointId ?? null]);
  return rows;
}

const observeStatement = `
  WITH touched AS (
    SELECT scope_key::uuid AS id FROM stat_buckets
     WHERE $1::uuid IS NULL AND scope = 'endpoint' AND starts_at > now() - interval '65 min' AND failed + retried > 0
    UNION SELECT endpoint_id FROM alert_watches WHERE $1::uuid IS NULL AND (is_failing OR told_failing)
    UNION SELECT endpoint_id FROM endpoint_health WHERE $1::uuid IS NULL AND open_until IS NOT NULL
    UNION SELECT id FROM endpoints
           WHERE $1::uuid IS NULL AND state = 'disabled' AND disabled_at > now() - interval '1 day'
    UNION SELECT $1::uuid
  )
  SELECT now() AS now, endpoint.id AS "endpointId", endpoint.tenant_id AS "tenantId", endpoint.state::text,
         endpoint.disabled_reason AS "disabledReason", endpoint.disabled_at AS "disabledSince",
         health.failing_since AS "failingSince", health.open_until AS "openUntil",
         health.last_delivered_at AS "lastDeliveredAt", health.last_failure AS "lastFailure",
         coalesce(watch.is_failing, false) AS "isFailing", watch.failing_by AS "failingBy",
         coalesce(watch.times, 0) AS times, coalesce(watch.told_failing, false) AS "toldFailing",
         watch.failing_at AS "failingAt", watch.recovered_at AS "recoveredAt", watch.exhausted_at AS "exhaustedAt",
         watch.disabled_at AS "disabledAt", watch.told_disabled_at AS "toldDisabledAt",
         counted.attempts, counted.failures, counted.exhausted, counted."exhaustedNow", setting.*
    FROM touched
    JOIN endpoints endpoint ON endpoint.id = touched.id AND endpoint.deleted_at IS NULL
    JOIN endpoint_health health ON health.endpoint_id = endpoint.id
    LEFT JOIN alert_watches watch ON watch.endpoint_id = endpoint.id
    LEFT JOIN alert_settings chosen ON chosen.tenant_id = endpoint.tenant_id
    CROSS JOIN LATERAL (
      SELECT coalesce(chosen.failure_percent, 50) AS "failurePercent", coalesce(chosen.failure_attempts, 20) AS "failureAttempts",
             coalesce(chosen.window_minutes, 15) AS "windowMinutes", coalesce(chosen.exhausted_count, 1) AS "exhaustedCount",
             now() - coalesce(chosen.window_minutes, 15) * interval '1 min' AS since,
             watch.exhausted_at > now() - interval '2 h' AS follows
    ) AS setting
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(delivered + retried + failed) FILTER (WHERE is_fresh), 0)::int AS attempts,
             coalesce(sum(retried + failed) FILTER (WHERE is_fresh), 0)::int AS failures,
             greatest(0, coalesce(sum(failed) FILTER (WHERE CASE WHEN follows
               THEN starts_at >= date_bin('5 min', watch.exhausted_at, 'epoch') ELSE starts_at >= since END), 0)
               - CASE WHEN follows THEN watch.exhausted_before ELSE 0 END)::int AS exhausted,
             coalesce(sum(failed) FILTER (WHERE starts_at = date_bin('5 min', now(), 'epoch')), 0)::int AS "exhaustedNow"
        FROM (SELECT bucket.*, starts_at >= since AND (watch.is_failing OR starts_at > coalesce(watch.changed_at, '-infinity')) AS is_fresh
                FROM stat_buckets bucket
               WHERE bucket.tenant_id = endpoint.tenant_id AND scope = 'endpoint' AND scope_key = endpoint.id::text
                 AND starts_at > now() - interval '125 min') AS recent
    ) AS counted`;
