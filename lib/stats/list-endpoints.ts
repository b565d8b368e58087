import type { Context } from "../context.ts";
import type { Answer } from "../contracts/operation.ts";
import type { listEndpointStats as operation } from "../contracts/stats.ts";
import { toPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import type { Sums } from "./bucket-sums.ts";
import { chooseEndpoints } from "./choose-endpoints.ts";
import { addCounts, percentile } from "./latency-classes.ts";

type EndpointStats = Answer<typeof operation>["data"][number];
type HourRow = Sums & { scope_key: string; starts_at: Date };

const hourMs = 3_600_000;

/**
 * Hourly counts of the last 24 hours, the running one included: of the endpoints given, in their order, or of up to 250, the
 * one with most failures first. Endpoints of other tenants are left out.
 */
export async function listEndpointStats(
  ctx: Context,
  { ids }: { ids?: readonly string[] | undefined },
): Promise<{ data: EndpointStats[] }> {
  const hours = lastHours(new Date());
  const endpointIds = await chooseEndpoints(ctx, { ids, since: hours[0] });
  const rows = await readRows<HourRow>(
    ctx,
    sql`SELECT scope_key, starts_at, delivered, retried, failed, coalesce(durations, '{}') AS durations
          FROM stat_hours
         WHERE tenant_id = ${ctx.tenantId}::uuid AND scope = 'endpoint' AND scope_key = ANY(${endpointIds}::text[])
           AND starts_at >= ${hours[0]}::timestamptz`,
  );
  const byEndpoint = Map.groupBy(rows, (row) => row.scope_key);
  return { data: endpointIds.map((id) => toEndpointStats(id, hours, byEndpoint.get(id) ?? [])) };
}

function lastHours(now: Date): [Date, ...Date[]] {
  const running = Math.floor(now.getTime() / hourMs) * hourMs;
  const rest = Array.from({ length: 23 }, (_, index) => new Date(running - (22 - index) * hourMs));
  return [new Date(running - 23 * hourMs), ...rest];
}

function toEndpointStats(id: string, hours: readonly Date[], rows: readonly HourRow[]): EndpointStats {
  const byStart = new Map(rows.map((row) => [row.starts_at.getTime(), row]));
  const durations = rows.reduce<number[]>((sum, row) => addCounts(sum, row.durations), []);
  return {
    endpoint: toPublicId("endpoint", id),
    delivered: total(rows, "delivered"),
    retried: total(rows, "retried"),
    failed: total(rows, "failed"),
    p95Ms: percentile(durations, 0.95),
    hours: hours.map((startsAt) => {
      const { delivered = 0, retried = 0, failed = 0 } = byStart.get(startsAt.getTime()) ?? {};
      return { startsAt: startsAt.toISOString(), delivered, retried, failed };
    }),
  };
}

function total(rows: readonly HourRow[], counter: "delivered" | "retried" | "failed"): number {
  return rows.reduce((sum, row) => sum + row[counter], 0);
}
