import type { Queryable } from "../db.ts";
import { aggregate, type StatSample } from "./buckets.ts";

/**
 * Counts finished attempts for the charts, in the caller's transaction: they show once rolled up, about a second later.
 * Only appends, so that workers settling attempts of the same tenant never wait for each other.
 */
export async function recordStats(client: Queryable, samples: readonly StatSample[]): Promise<void> {
  if (samples.length === 0) return;
  await client.query({
    name: "record-stats",
    text: "INSERT INTO stat_deltas (counts) VALUES ($1)",
    values: [JSON.stringify(aggregate(samples))],
  });
}
