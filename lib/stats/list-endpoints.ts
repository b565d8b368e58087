import type { Context } from "../context.ts";
import type { Answer } from "../contracts/operation.ts";
import type { listEndpointStats as operation } from "../contracts/stats.ts";
import { toPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { type Sums, sumColumns } from "./bucket-sums.ts";
import { chooseEndpoints } from "./choose-endpoints.ts";
import { percentile } from "./latency-classes.ts";

type EndpointStats = Answer<typeof operation>["data"][number];
type EndpointRow = Sums & {
  scope_key: string;
  hours: [startMs: number, delivered: number, retried: number, failed: number][];
};

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
  const rows = await readRows<EndpointRow>(
    ctx,
    sql`SELECT scope_key, ${sumColumns},
               json_agg(json_build_array(extract(epoch FROM starts_at) * 1000, delivered, retried, failed)) AS hours
          FROM stat_hours
         WHERE tenant_id = ${ctx.tenantId}::uuid AND scope = 'endpoint' AND scope_key = ANY(${endpointIds}::text[])
           AND starts_at >= ${hours[0]}::timestamptz
         GROUP BY scope_key`,
  );
  const byEndpoint = new Map(rows.map((row) => [row.scope_key, row]));
  return { data: endpointIds.map((id) => toEndpointStats(id, hours, byEndpoint.get(id))) };
}

function lastHours(now: Date): [Date, ...Date[]] {
  const running = Math.floor(now.getTime() / hourMs) * hourMs;
  const rest = Array.from({ length: 23 }, (_, index) => new Date(running - (22 - index) * hourMs));
  return [new Date(running - 23 * hourMs), ...rest];
}

function toEndpointStats(id: string, hours: readonly Date[], row: EndpointRow | undefined): EndpointStats {
  const byStart = new Map(row?.hours.map(([startMs, ...counts]) => [startMs, counts]));
  return {
    endpoint: toPublicId("endpoint", id),
    delivered: row?.delivered ?? 0,
    retried: row?.retried ?? 0,
    failed: row?.failed ?? 0,
    p95Ms: percentile(row?.durations ?? [], 0.95),
    hours: hours.map((startsAt) => {
      const [delivered = 0, retried = 0, failed = 0] = byStart.get(startsAt.getTime()) ?? [];
      return { startsAt: startsAt.toISOString(), delivered, retried, failed };
    }),
  };
}
