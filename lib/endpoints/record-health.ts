import type { Queryable } from "../db.ts";
import { breakerPolicy } from "../delivery/breaker.ts";

/** One finished attempt as its endpoint feels it: `failure` is null when it was delivered. */
export type HealthSample = { endpointId: string; failure: string | null; throttleSeconds: number | null };

/** A lane whose circuit breaker is open, and the seconds until its next probe. */
export type OpenLane = { endpointId: string; afterSeconds: number };

/**
 * Notes on the endpoints since when they fail, when they last took a delivery, until when their lane rests, and trips or
 * closes their circuit breakers; answers with the lanes that are open. Writes only what changed, in one statement sorted
 * by id, so that a healthy endpoint under load costs next to nothing.
 */
export async function recordHealth(client: Queryable, samples: readonly HealthSample[]): Promise<OpenLane[]> {
  const summaries = [...Map.groupBy(samples, (sample) => sample.endpointId)].map(summarize);
  if (summaries.length === 0) return [];
  summaries.sort((a, b) => (a.endpointId < b.endpointId ? -1 : 1));
  const { rows } = await client.query<OpenLane>({
    name: "record-health",
    text: healthStatement,
    values: [
      summaries.map((summary) => summary.endpointId),
      summaries.map((summary) => summary.delivered),
      summaries.map((summary) => summary.failed),
      summaries.map((summary) => summary.failure),
      summaries.map((summary) => summary.throttleSeconds),
    ],
  });
  return rows.filter((row) => row.afterSeconds > 0);
}

const { windowSeconds, minimumAttempts, failureShare, firstGapSeconds, longestGapSeconds } = breakerPolicy;

const healthStatement = `
  WITH sample AS (
    SELECT * FROM unnest($1::uuid[], $2::int[], $3::int[], $4::text[], $5::float8[]) WITH ORDINALITY
      AS sample (endpoint_id, delivered, failed, failure, throttle_seconds, position)
  ), felt AS (
    SELECT sample.*, coalesce(health.open_until IS NOT NULL, false) AS is_open,
           coalesce(health.open_until <= now(), false) AS is_probing,
           coalesce(health.window_started_at > now() - interval '${windowSeconds} s', false) AS is_counting,
           health.window_delivered AS counted_delivered, health.window_failed AS counted_failed
      FROM sample JOIN endpoint_health health ON health.endpoint_id = sample.endpoint_id
     WHERE sample.failed > 0 OR sample.throttle_seconds IS NOT NULL OR health.open_until IS NOT NULL
        OR health.failing_since IS NOT NULL OR health.window_started_at > now() - interval '${windowSeconds} s'
        OR health.last_delivered_at IS NULL OR health.last_delivered_at < now() - interval '15 s'
     ORDER BY sample.position
       FOR UPDATE OF health
  ), counted AS (
    SELECT felt.*, delivered + CASE WHEN is_counting THEN counted_delivered ELSE 0 END AS total_delivered,
           failed + CASE WHEN is_counting THEN counted_failed ELSE 0 END AS total_failed
      FROM felt
  ), judged AS (
    SELECT counted.*, is_open AND delivered > 0 AS closes,
           is_probing AND delivered = 0 AND failed > 0 AS fails_probe,
           NOT is_open AND failed > 0 AND total_delivered + total_failed >= ${minimumAttempts}
             AND total_failed >= ${failureShare} * (total_delivered + total_failed) AS trips
      FROM counted
  )
  UPDATE endpoint_health health
     SET failing_since = CASE WHEN delivered > 0 THEN NULL ELSE coalesce(health.failing_since, now()) END,
         warned_percent = CASE WHEN delivered > 0 THEN 0 ELSE health.warned_percent END,
         last_delivered_at = CASE WHEN delivered > 0 THEN now() ELSE health.last_delivered_at END,
         last_failure = coalesce(failure, health.last_failure),
         throttled_until = CASE WHEN throttle_seconds IS NULL THEN health.throttled_until
           ELSE greatest(health.throttled_until, now() + throttle_seconds * interval '1 s') END,
         window_started_at = CASE WHEN closes THEN NULL WHEN is_counting THEN health.window_started_at
           WHEN failed > 0 THEN now() END,
         window_delivered = CASE WHEN closes THEN 0 ELSE total_delivered END,
         window_failed = CASE WHEN closes THEN 0 ELSE total_failed END,
         failed_probes = CASE WHEN closes OR trips THEN 0 WHEN fails_probe THEN health.failed_probes + 1 ELSE health.failed_probes END,
         open_until = CASE WHEN closes THEN NULL
           WHEN trips THEN now() + interval '${firstGapSeconds} s'
           WHEN fails_probe THEN now() + interval '1 s'
             * least(${longestGapSeconds}, ${firstGapSeconds} * 2 ^ least(health.failed_probes + 1, 20))
           ELSE health.open_until END
    FROM judged WHERE health.endpoint_id = judged.endpoint_id
  RETURNING health.endpoint_id AS "endpointId",
            coalesce(extract(epoch FROM health.open_until - now()), 0)::float8 AS "afterSeconds"`;

function summarize([endpointId, samples]: [string, HealthSample[]]) {
  const failures = samples.flatMap((sample) => sample.failure ?? []);
  const throttles = samples.flatMap((sample) => sample.throttleSeconds ?? []);
  return {
    endpointId,
    delivered: samples.length - failures.length,
    failed: failures.length,
    failure: failures.at(-1)?.replaceAll("\u0000", "\ufffd") ?? null,
    throttleSeconds: throttles.length === 0 ? null : Math.max(...throttles),
  };
}
