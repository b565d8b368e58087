import type { Context } from "../context.ts";
import { mostCounted } from "../contracts/histogram.ts";
import { firstIdAt, timeOfId } from "../ids.ts";
import { startsOf, type TimeSteps, timeSteps } from "../stats/time-steps.ts";
import { inRange, type Location, type Log } from "./look-back.ts";
import type { LogSearch } from "./read-log.ts";
import { readRows } from "./read-rows.ts";
import { all, type Sql, sql } from "./sql.ts";
import type { TimeWindow } from "./time-window.ts";

export type Counting<Kind extends string> = LogSearch & {
  window: TimeWindow;
  log: Log;
  /** What of a row says as which kind it is counted, the kind of each value, and all kinds. */
  by: Sql;
  kindOf: (value: string) => Kind;
  kinds: readonly Kind[];
};

export type CountedByTime<Kind extends string> = {
  since: string;
  until: string;
  stepSeconds: number;
  buckets: (Record<Kind, number> & { startsAt: string; isCut: boolean })[];
};

/** Of one bucket and value; `isCut` where there are more rows than were looked at. */
type Count = { place: number; value: string; count: number; isCut: boolean };

/**
 * Counts what a search finds, by when it was made. Of each bucket the newest rows are looked at, so that a busy month costs
 * no more than a quiet one. 422 for a range that cannot be shown.
 */
export async function countByTime<Kind extends string>(
  ctx: Context,
  counting: Counting<Kind>,
): Promise<CountedByTime<Kind>> {
  const steps = timeSteps(counting.window, new Date());
  const counts = counting.along
    ? await countAlong(ctx, steps, { ...counting, along: counting.along })
    : await countFound(ctx, steps, counting);
  const byPlace = Map.groupBy(counts, ({ place }) => place);
  return {
    since: steps.since.toISOString(),
    until: steps.until.toISOString(),
    stepSeconds: steps.stepMs / 1_000,
    buckets: startsOf(steps).map((startsAt, index) => {
      const here = byPlace.get(index) ?? [];
      const sum = (kind: Kind) =>
        here.reduce((total, one) => total + (counting.kindOf(one.value) === kind ? one.count : 0), 0);
      const sums = Object.fromEntries(counting.kinds.map((kind) => [kind, sum(kind)])) as Record<
        Kind,
        number
      >;
      return { startsAt: startsAt.toISOString(), ...sums, isCut: here.some((one) => one.isCut) };
    }),
  };
}

/** Looking at a row in the table costs many times more than in the index alone, and at what belongs to it in another one still more. */
const mostInTable = 250;
const mostInTwoTables = 100;
const leastOfRange = 50;

async function countAlong<Kind extends string>(
  ctx: Context,
  steps: TimeSteps,
  { log: { row, rows }, along, by }: Counting<Kind> & { along: Location },
): Promise<Count[]> {
  const { ranges, conditions } = along;
  const most = Math.ceil(mostOfBucket(along) / ranges.count);
  const take = Math.max(most, leastOfRange) + 1;
  const starts = startsOf(steps);
  const ends = starts.map((start) => firstIdAt(new Date(start.getTime() + steps.stepMs)));
  const inBucket = [sql`${row}.id >= bucket.first_id`, sql`${row}.id < bucket.end_id`];
  return readRows<Count>(
    ctx,
    sql`SELECT place, value::text AS value, sum(count)::int AS count, bool_or(looked_at = ${take}::int) AS "isCut"
          FROM unnest(${starts.map(firstIdAt)}::uuid[], ${ends}::uuid[], ${starts.map((_, place) => place)}::int[])
                 AS bucket (first_id, end_id, place)
         CROSS JOIN ${ranges.from}
         CROSS JOIN LATERAL (
           SELECT value, count(*) FILTER (WHERE is_meant) AS count, sum(count(*)) OVER () AS looked_at
             FROM (SELECT ${by} AS value, (${all(conditions)}) AS is_meant
                     FROM (SELECT ${row}.* FROM ${rows} WHERE ${all([...inRange(ranges, false), ...inBucket])}
                            ORDER BY ${row}.id DESC LIMIT ${take}) AS ${row}) AS seen
            GROUP BY value) AS seen
         GROUP BY place, value`,
  );
}

/** A location has a budget of its own where its conditions look into another table. */
function mostOfBucket({ ranges, budget }: Location): number {
  if (ranges.isCovered) return mostCounted;
  return budget === undefined ? mostInTable : mostInTwoTables;
}

const mostFound = 5_000;

/** For what is found otherwise than along an index in time: the newest of it, and all older buckets are cut. */
async function countFound<Kind extends string>(
  ctx: Context,
  steps: TimeSteps,
  { log: { row, rows }, find, idOf, by }: Counting<Kind>,
): Promise<Count[]> {
  const found = await find({ direction: "forward", position: undefined, take: mostFound + 1 });
  const keys = found.rows.slice(0, mostFound);
  const edge = found.rows.length > mostFound ? keys.at(-1) : found.stoppedAt;
  const counted = await readRows<{ id: string; value: string }>(
    ctx,
    // Given as a subquery, for the reason that walk-matches.ts gives.
    sql`SELECT ${row}.id, (${by})::text AS value FROM ${rows}
         WHERE ${row}.id = ANY ((SELECT ${keys.map(idOf)}::uuid[])::uuid[]) AND ${row}.tenant_id = ${ctx.tenantId}::uuid`,
  );
  const placeOf = (key: string) =>
    Math.floor((timeOfId(key).getTime() - steps.since.getTime()) / steps.stepMs);
  const unknown = edge === undefined ? 0 : placeOf(edge) + 1;
  return [
    ...counted.map(({ id, value }) => ({ place: placeOf(id), value, count: 1, isCut: false })),
    ...Array.from({ length: Math.max(0, unknown) }, (_, place) => ({
      place,
      value: "",
      count: 0,
      isCut: true,
    })),
  ];
}
