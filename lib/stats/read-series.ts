import type { Context } from "../context.ts";
import type { StatBucket, Stats } from "../contracts/stats.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { type Sums, sumColumns } from "./bucket-sums.ts";
import type { BucketRow } from "./buckets.ts";
import { addCounts, percentile } from "./latency-classes.ts";
import { startsOf, type TimeSteps } from "./time-steps.ts";

export type Scope = { scope: BucketRow["scope"]; scopeKey: string };

/** The figures of a scope, one bucket a step without gaps; percentiles are null where nothing was attempted. */
export async function readSeries(ctx: Context, { scope, scopeKey }: Scope, steps: TimeSteps): Promise<Stats> {
  const rows = await readRows<Sums & { starts_at: Date }>(
    ctx,
    sql`SELECT date_bin(${steps.stepMs}::float8 * interval '1 ms', starts_at, 'epoch'::timestamptz) AS starts_at, ${sumColumns}
          FROM ${steps.stepMs % hourMs === 0 ? sql`stat_hours` : sql`stat_buckets`} AS counted
         WHERE tenant_id = ${ctx.tenantId}::uuid AND scope = ${scope} AND scope_key = ${scopeKey}
           AND counted.starts_at >= ${steps.since}::timestamptz AND counted.starts_at < ${steps.until}::timestamptz
         GROUP BY 1`,
  );
  const byStart = new Map(rows.map((row) => [row.starts_at.getTime(), row]));
  return {
    since: steps.since.toISOString(),
    until: steps.until.toISOString(),
    stepSeconds: steps.stepMs / 1_000,
    totals: toFigures(rows.reduce(add, nothing)),
    buckets: startsOf(steps).map((startsAt) => ({
      startsAt: startsAt.toISOString(),
      ...toFigures(byStart.get(startsAt.getTime()) ?? nothing),
    })),
  };
}

const hourMs = 3_600_000;
const nothing: Sums = { delivered: 0, retried: 0, failed: 0, durations: [] };

function add(left: Sums, right: Sums): Sums {
  return {
    delivered: left.delivered + right.delivered,
    retried: left.retried + right.retried,
    failed: left.failed + right.failed,
    durations: addCounts(left.durations, right.durations),
  };
}

function toFigures({ delivered, retried, failed, durations }: Sums): Omit<StatBucket, "startsAt"> {
  return {
    delivered,
    retried,
    failed,
    p50Ms: percentile(durations, 0.5),
    p95Ms: percentile(durations, 0.95),
  };
}
