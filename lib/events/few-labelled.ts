import type { Context } from "../context.ts";
import { labelledWith } from "../log-query/labelled-with.ts";
import { readRows } from "../log-query/read-rows.ts";
import { all, sql } from "../log-query/sql.ts";
import { type TimeWindow, withinWindow } from "../log-query/time-window.ts";

type Labels = TimeWindow & { tag?: string | undefined; channel?: string | undefined };

/** Entries that are looked at: the index of labels knows no tenants. */
const mostLookedAt = 2_000;

/** The tenant's events (UUIDs) that carry a tag and a channel; undefined when they are more than `most`, or no label is given. */
export async function fewLabelled(ctx: Context, labels: Labels, most: number): Promise<string[] | undefined> {
  const conditions = labelledWith(labels);
  if (conditions.length === 0) return undefined;
  const [found] = await readRows<{ ids: string[] | null; lookedAt: number }>(
    ctx,
    sql`SELECT array_agg(id) FILTER (WHERE tenant_id = ${ctx.tenantId}::uuid) AS ids, count(*)::int AS "lookedAt"
          FROM (SELECT event.id, event.tenant_id FROM events event
                 WHERE ${all([...conditions, ...withinWindow(sql`event.id`, labels)])}
                 LIMIT ${mostLookedAt + 1}) AS event`,
  );
  const ids = found?.ids ?? [];
  return found && found.lookedAt <= mostLookedAt && ids.length <= most ? ids : undefined;
}
