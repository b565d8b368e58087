import type { LatencyBucket } from "#components/charts/latency.ts";
import type { RateBucket } from "#components/charts/rate-chart.tsx";
import type { VolumeBucket } from "#components/charts/volume.ts";
import type { Stats } from "#lib/contracts/stats.ts";

type Counts = { delivered: number; retried: number; failed: number };

export function attemptCount({ delivered, retried, failed }: Counts): number {
  return delivered + retried + failed;
}

/** The share of attempts that were delivered; null when there were none, which is not 0 %. */
export function successShare(counts: Counts): number | null {
  const attempts = attemptCount(counts);
  return attempts === 0 ? null : counts.delivered / attempts;
}

export function volumeBuckets({ buckets }: Stats): VolumeBucket[] {
  return buckets.map(({ startsAt, delivered, retried, failed }) => ({
    start: startsAt,
    delivered,
    retrying: retried,
    failed,
  }));
}

export function latencyBuckets({ buckets }: Stats): LatencyBucket[] {
  return buckets.map(({ startsAt, p50Ms, p95Ms }) => ({ start: startsAt, p50: p50Ms, p95: p95Ms }));
}

export function rateBuckets({ buckets }: Stats): RateBucket[] {
  return buckets.map((bucket) => ({ start: bucket.startsAt, rate: successShare(bucket) }));
}

/** Bad news in red, and what is well stays quiet; a few failures are everyday. */
export function successTone(share: number | null): "plain" | "warn" | "bad" {
  if (share === null || share >= 0.99) return "plain";
  return share >= 0.9 ? "warn" : "bad";
}
