import type { Queryable } from "../db.ts";

/** One finished attempt as its endpoint feels it: `failure` is null when it was delivered. */
export type HealthSample = { endpointId: string; failure: string | null; throttleSeconds: number | null };

/**
 * Notes on the endpoints since when they fail, when they last took a delivery and until when their lane rests. Writes
 * only what changed, in one statement sorted by id, so that a healthy endpoint under load costs next to nothing.
 */
export async function recordHealth(client: Queryable, samples: readonly HealthSample[]): Promise<void> {
  const summaries = [...Map.groupBy(samples, (sample) => sample.endpointId)].map(summarize);
  if (summaries.length === 0) return;
  summaries.sort((a, b) => (a.endpointId < b.endpointId ? -1 : 1));
  await client.query({
    name: "record-health",
    text: healthStatement,
    values: [
      summaries.map((summary) => summary.endpointId),
      summaries.map((summary) => summary.isDelivered),
      summaries.map((summary) => summary.failure),
      summaries.map((summary) => summary.throttleSeconds),
    ],
  });
}

const healthStatement = `
  WITH changed AS (
    SELECT health.endpoint_id, sample.is_delivered, sample.failure, sample.throttle_seconds
      FROM unnest($1::uuid[], $2::bool[], $3::text[], $4::float8[]) WITH ORDINALITY
        AS sample (endpoint_id, is_delivered, failure, throttle_seconds, position)
      JOIN endpoint_health health ON health.endpoint_id = sample.endpoint_id
     WHERE sample.throttle_seconds IS NOT NULL
        OR (sample.is_delivered AND (health.failing_since IS NOT NULL OR health.last_delivered_at IS NULL
            OR health.last_delivered_at < now() - interval '15 s'))
        OR (NOT sample.is_delivered AND (health.failing_since IS NULL
            OR health.last_failure IS DISTINCT FROM sample.failure))
     ORDER BY sample.position
       FOR UPDATE OF health)
  UPDATE endpoint_health
     SET failing_since = CASE WHEN changed.is_delivered THEN NULL ELSE coalesce(failing_since, now()) END,
         warned_percent = CASE WHEN changed.is_delivered THEN 0 ELSE warned_percent END,
         last_delivered_at = CASE WHEN changed.is_delivered THEN now() ELSE last_delivered_at END,
         last_failure = coalesce(changed.failure, last_failure),
         throttled_until = CASE WHEN changed.throttle_seconds IS NULL THEN throttled_until
           ELSE greatest(throttled_until, now() + changed.throttle_seconds * interval '1 s') END
    FROM changed WHERE endpoint_health.endpoint_id = changed.endpoint_id`;

function summarize([endpointId, samples]: [string, HealthSample[]]) {
  const throttles = samples.flatMap((sample) => sample.throttleSeconds ?? []);
  return {
    endpointId,
    isDelivered: samples.some((sample) => sample.failure === null),
    failure:
      samples.findLast((sample) => sample.failure !== null)?.failure?.replaceAll("\u0000", "\ufffd") ?? null,
    throttleSeconds: throttles.length === 0 ? null : Math.max(...throttles),
  };
}
