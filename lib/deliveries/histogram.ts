import type { Context } from "../context.ts";
import {
  type DeliveryHistogram,
  mostCounted,
  type getDeliveryHistogram as operation,
} from "../contracts/histogram.ts";
import type { Input } from "../contracts/operation.ts";
import { firstIdAt } from "../ids.ts";
import { searchRows } from "../log-query/read-rows.ts";
import { all, type Sql, sql } from "../log-query/sql.ts";
import { startsOf, type TimeSteps, timeSteps } from "../stats/time-steps.ts";
import { deliveryConditions } from "./conditions.ts";

type Query = Input<typeof operation>["query"];
type Counts = Omit<DeliveryHistogram["buckets"][number], "startsAt" | "isCut">;

const mostSeconds = 2;

/**
 * Counts what a filter finds, by when it was made and how it stands. Of each bucket the newest 2,000 are looked at, so that
 * a busy month costs no more than a quiet one; 422 when that takes more than 2 s, or for a range that cannot be shown.
 */
export async function getDeliveryHistogram(ctx: Context, query: Query): Promise<DeliveryHistogram> {
  const steps = timeSteps(query, new Date());
  const { conditions } = await deliveryConditions(ctx, { ...query, limit: 1 });
  const rows = await searchRows<Counts & { place: number }>(countEach(steps, conditions), mostSeconds);
  const byPlace = new Map(rows.map(({ place, ...counts }) => [place, counts]));
  return {
    since: steps.since.toISOString(),
    until: steps.until.toISOString(),
    stepSeconds: steps.stepMs / 1_000,
    buckets: startsOf(steps).map((startsAt, index) => {
      const counts = byPlace.get(index + 1) ?? { delivered: 0, open: 0, failed: 0, canceled: 0 };
      const isCut = Object.values(counts).reduce((sum, count) => sum + count) === mostCounted + 1;
      return { startsAt: startsAt.toISOString(), ...counts, isCut };
    }),
  };
}

function countEach(steps: TimeSteps, conditions: readonly Sql[]): Sql {
  const starts = startsOf(steps);
  const firstIds = starts.map((start) => firstIdAt(start));
  const endIds = starts.map((start) => firstIdAt(new Date(start.getTime() + steps.stepMs)));
  return sql`
    SELECT bucket.place::int AS place,
           count(*) FILTER (WHERE found.status = 'delivered')::int AS delivered,
           count(*) FILTER (WHERE found.status IN ('pending', 'sending', 'retrying'))::int AS open,
           count(*) FILTER (WHERE found.status = 'failed')::int AS failed,
           count(*) FILTER (WHERE found.status = 'canceled')::int AS canceled
      FROM unnest(${firstIds}::uuid[], ${endIds}::uuid[]) WITH ORDINALITY AS bucket (first_id, end_id, place)
     CROSS JOIN LATERAL (
       SELECT delivery.status FROM deliveries delivery
        WHERE ${all(conditions)} AND delivery.id >= bucket.first_id AND delivery.id < bucket.end_id
        ORDER BY delivery.id DESC LIMIT ${mostCounted + 1}) found
     GROUP BY bucket.place`;
}
