import { mostCounted } from "../contracts/histogram.ts";
import { firstIdAt } from "../ids.ts";
import { startsOf, type TimeSteps, timeSteps } from "../stats/time-steps.ts";
import { searchRows } from "./read-rows.ts";
import { all, type Sql, sql } from "./sql.ts";
import type { TimeWindow } from "./time-window.ts";

export type Counting<Counts> = {
  window: TimeWindow;
  /** The table under its name, the UUIDv7 that orders it, and what `counts` needs of it. */
  rows: { from: Sql; id: Sql; columns: Sql };
  conditions: readonly Sql[];
  /** Aggregates over `found`, named as in `none`. */
  counts: Sql;
  /** What a bucket without rows holds. */
  none: Counts;
};

export type CountedByTime<Counts> = {
  since: string;
  until: string;
  stepSeconds: number;
  buckets: (Counts & { startsAt: string; isCut: boolean })[];
};

const mostSeconds = 2;

/**
 * Counts rows by when they were made. Of each bucket the newest 2,000 are looked at, so that a busy month costs no more than
 * a quiet one; 422 when that takes more than 2 s, or for a range that cannot be shown.
 */
export async function countByTime<Counts extends Record<string, number>>(
  counting: Counting<Counts>,
): Promise<CountedByTime<Counts>> {
  const steps = timeSteps(counting.window, new Date());
  const rows = await searchRows<Counts & { place: number; looked: number }>(
    countEach(steps, counting),
    mostSeconds,
  );
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return {
    since: steps.since.toISOString(),
    until: steps.until.toISOString(),
    stepSeconds: steps.stepMs / 1_000,
    buckets: startsOf(steps).map((startsAt, index) => {
      const {
        place: _,
        looked,
        ...counts
      } = byPlace.get(index + 1) ?? { ...counting.none, place: 0, looked: 0 };
      const isCut = looked > mostCounted;
      return { startsAt: startsAt.toISOString(), ...(counts as unknown as Counts), isCut };
    }),
  };
}

function countEach<Counts>(steps: TimeSteps, { rows, conditions, counts }: Counting<Counts>): Sql {
  const starts = startsOf(steps);
  const firstIds = starts.map((start) => firstIdAt(start));
  const endIds = starts.map((start) => firstIdAt(new Date(start.getTime() + steps.stepMs)));
  return sql`
    SELECT bucket.place::int AS place, count(*)::int AS looked, ${counts}
      FROM unnest(${firstIds}::uuid[], ${endIds}::uuid[]) WITH ORDINALITY AS bucket (first_id, end_id, place)
     CROSS JOIN LATERAL (
       SELECT ${rows.columns} FROM ${rows.from}
        WHERE ${all(conditions)} AND ${rows.id} >= bucket.first_id AND ${rows.id} < bucket.end_id
        ORDER BY ${rows.id} DESC LIMIT ${mostCounted + 1}) found
     GROUP BY bucket.place`;
}
