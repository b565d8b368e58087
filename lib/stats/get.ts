import type { Context } from "../context.ts";
import type { Stats } from "../contracts/stats.ts";
import { readSeries } from "./read-series.ts";
import { type StatsRange, timeSteps } from "./time-steps.ts";

/** Attempts of the tenant, or of one event type, over time; 422 for a range that cannot be shown. */
export async function getStats(
  ctx: Context,
  query: StatsRange & { eventType?: string | undefined },
): Promise<Stats> {
  const { eventType } = query;
  const scope =
    eventType === undefined
      ? ({ scope: "tenant", scopeKey: "" } as const)
      : ({ scope: "event_type", scopeKey: eventType } as const);
  return readSeries(ctx, scope, timeSteps(query, new Date()));
}
