import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { log } from "../log.ts";
import { leaseRate } from "./lease-rate.ts";

/** What one owner of a limit may still do in this process, in requests. */
type Share = {
  /** Leased and not used; negative while requests run on credit. */
  tokens: number;
  /** What the database had left for everybody after its last lease. */
  left: number;
  refusedUntilMs: number;
  asking: Promise<void> | undefined;
};

/** The shares of a process by owner. */
export type Shares = Map<string, Share>;

/** The quota after a request, in requests, and the seconds until it is whole again. */
export type Quota = { limit: number; remaining: number; resetSeconds: number; windowSeconds: number };

export const burstSeconds = 2;
const maxShares = 10_000;
const processGlobals = globalThis as { posthornApiShares?: Shares };

/**
 * Takes one request from what `owner` (a tenant's keys, or a person) may make a second, all webs together; undefined
 * without a limit. Throws 429 with the seconds to wait. A web leases a tenth of a second's worth at a time and asks for
 * more while requests go on: over any time all webs pass at most the limit, one burst, and a fifth of a second's worth each.
 */
export async function limitRate(
  owner: string,
  { shares = ownShares(), perSecond = env().apiRateLimit } = {},
): Promise<Quota | undefined> {
  if (perSecond === 0) return undefined;
  const block = Math.ceil(perSecond / 10);
  const share = shareOf(shares, owner);
  refuseTooEarly(share);
  // Credit is bounded: past it even an early request waits for the answer, and for its turn after it.
  while (share.tokens <= -block) {
    share.asking ??= ask(owner, share, { perSecond, block });
    await share.asking;
    refuseTooEarly(share);
  }
  share.tokens -= 1;
  if (share.tokens <= 0) share.asking ??= ask(owner, share, { perSecond, block });
  return quotaOf(share, perSecond);
}

function ownShares(): Shares {
  processGlobals.posthornApiShares ??= new Map();
  return processGlobals.posthornApiShares;
}

function shareOf(shares: Shares, owner: string): Share {
  const known = shares.get(owner);
  if (known) return known;
  if (shares.size >= maxShares) shares.clear();
  const share = { tokens: 0, left: Number.POSITIVE_INFINITY, refusedUntilMs: 0, asking: undefined };
  shares.set(owner, share);
  return share;
}

function refuseTooEarly({ refusedUntilMs }: Share): void {
  const waitMs = refusedUntilMs - performance.now();
  if (waitMs > 0) throw new AppError("rate_limited", { retryAfterSeconds: Math.max(1, waitMs / 1_000) });
}

type Rate = { perSecond: number; block: number };

/** Pays for what ran on credit and leases the next block; never rejects, since nobody may wait for it. */
async function ask(owner: string, share: Share, { perSecond, block }: Rate): Promise<void> {
  const owed = Math.max(0, -share.tokens);
  try {
    const lease = await leaseRate(owner, { owed, block, perSecond, capacity: perSecond * burstSeconds });
    share.tokens += owed + lease.granted;
    share.left = lease.left;
    if (lease.granted === 0)
      share.refusedUntilMs = performance.now() + (Math.max(0, 1 - lease.left) / perSecond) * 1_000;
  } catch (error) {
    // The requests themselves will say that the database is away.
    log().debug({ err: error }, "no lease of the API rate limit");
    share.tokens += block;
  } finally {
    share.asking = undefined;
  }
}

function quotaOf({ tokens, left }: Share, perSecond: number): Quota {
  const limit = perSecond * burstSeconds;
  const remaining = Math.max(0, Math.min(limit - 1, Math.floor(left + tokens)));
  const resetSeconds = Math.ceil((limit - remaining) / perSecond);
  return { limit, remaining, resetSeconds, windowSeconds: burstSeconds };
}
