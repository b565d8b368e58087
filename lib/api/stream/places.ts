import type { Context } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { setGauge } from "../../metrics.ts";

/** Of one person, key or portal session, and of a tenant, each at one web. A hidden page holds no stream. */
export const mostPerCaller = 20;
export const mostPerTenant = 500;

const processGlobals = globalThis as { posthornStreams?: Map<string, number> };

/** Counts a stream in until the answer is called. Throws 429 when the caller or the tenant has too many open. */
export function takePlace({ tenantId, actor }: Context): () => void {
  processGlobals.posthornStreams ??= new Map();
  const open = processGlobals.posthornStreams;
  const owners = [
    ["all", Number.POSITIVE_INFINITY],
    [`tenant ${tenantId}`, mostPerTenant],
    [`caller ${tenantId} ${actor.kind} ${actor.id}`, mostPerCaller],
  ] as const;
  for (const [owner, most] of owners) {
    if ((open.get(owner) ?? 0) < most) continue;
    const detail = `There are ${most} open streams already, which is the most for one ${owner.split(" ")[0]}. Close one first.`;
    throw new AppError("rate_limited", { detail, retryAfterSeconds: 30 });
  }
  const count = (by: 1 | -1) => {
    for (const [owner] of owners) {
      const now = (open.get(owner) ?? 0) + by;
      if (now > 0) open.set(owner, now);
      else open.delete(owner);
    }
    setGauge("posthorn_streams_open", [open.get("all") ?? 0]);
  };
  count(1);
  return () => count(-1);
}
