const perSecond = 50;
const burst = 100;
const maxKnown = 10_000;

type Bucket = { tokens: number; filledAtMs: number };

// Next bundles its own copy of this module beside the one server.ts imports.
const processGlobals = globalThis as { posthornInboxAllowances?: Map<string, Bucket> };

/** Counts one request to a tenant's inbox; false beyond 50 a second in this process, after a burst of 100. */
export function isWithinAllowance(tenantId: string, nowMs = performance.now()): boolean {
  processGlobals.posthornInboxAllowances ??= new Map();
  const buckets = processGlobals.posthornInboxAllowances;
  if (buckets.size > maxKnown) buckets.clear();
  const bucket = buckets.get(tenantId) ?? { tokens: burst, filledAtMs: nowMs };
  const tokens = Math.min(burst, bucket.tokens + ((nowMs - bucket.filledAtMs) / 1_000) * perSecond);
  const isWithin = tokens >= 1;
  buckets.set(tenantId, { tokens: isWithin ? tokens - 1 : tokens, filledAtMs: nowMs });
  return isWithin;
}
