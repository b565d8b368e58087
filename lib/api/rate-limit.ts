import { env } from "../env.ts";
import { AppError } from "../errors.ts";

type Bucket = { tokens: number; filledAtMs: number };

const processGlobals = globalThis as { posthornApiBuckets?: Map<string, Bucket> };
const burstSeconds = 2;
const maxBuckets = 10_000;

/** Takes `cost` from the tenant's token bucket of this process (RFC 6585 §4); throws 429 with the seconds to wait. */
export function limitRate(tenantId: string, { cost = 1, nowMs = performance.now() } = {}): void {
  const perSecond = env().rateLimit;
  if (perSecond === 0) return;
  const bucket = refill(tenantId, { perSecond, nowMs });
  if (bucket.tokens < 1) {
    throw new AppError("rate_limited", { retryAfterSeconds: Math.max(1, (1 - bucket.tokens) / perSecond) });
  }
  bucket.tokens -= cost;
}

function refill(tenantId: string, { perSecond, nowMs }: { perSecond: number; nowMs: number }): Bucket {
  processGlobals.posthornApiBuckets ??= new Map();
  const buckets = processGlobals.posthornApiBuckets;
  const full = perSecond * burstSeconds;
  const bucket = buckets.get(tenantId) ?? { tokens: full, filledAtMs: nowMs };
  bucket.tokens = Math.min(full, bucket.tokens + ((nowMs - bucket.filledAtMs) / 1_000) * perSecond);
  bucket.filledAtMs = nowMs;
  if (buckets.size >= maxBuckets) buckets.clear();
  buckets.set(tenantId, bucket);
  return bucket;
}
