import type { Context } from "../context.ts";
import { dataFieldEquals } from "../log-query/data-field.ts";
import { searchRows } from "../log-query/read-rows.ts";
import { all, type Sql, sql } from "../log-query/sql.ts";
import { type TimeWindow, withinWindow } from "../log-query/time-window.ts";
import { anyToken, tokenOf } from "./tokens.ts";

type Field = { path: string[]; value: string };

const mostCandidates = 30_000;
const mostMatches = 5_000;

/**
 * The UUIDs of the tenant's events of a time window whose data holds a value at a path; undefined when so many may that
 * reading the log from its newest row on finds a page sooner, when too much still waits to be indexed, or for what the index
 * does not hold. What the index names is compared with its payload, so that the answer is exact.
 */
export async function findMatches(
  { tenantId }: Context,
  field: Field,
  window: TimeWindow = {},
): Promise<string[] | undefined> {
  const key = field.path.at(-1) ?? "";
  if (/^[[{]/.test(field.value) || isUnusualIndex(key)) return undefined;
  const tokens = [tokenOf(tenantId, { key, value: field.value }), anyToken(tenantId)];
  const blocks = sql`
    SELECT event_ids FROM payload_blocks
     WHERE ${all([sql`tokens && ${tokens}::int[]`, ...withinWindow(sql`newest_id`, { since: window.since })])}`;
  if (await isTooMuch(blocks, window)) return undefined;
  const matches = await searchRows<{ id: string }>(sql`
    WITH candidate AS MATERIALIZED (
      SELECT unnest(event_ids) AS id FROM (${blocks} UNION ALL SELECT event_ids FROM payload_backlog) AS named)
    SELECT event.id FROM candidate JOIN events event ON event.id = candidate.id
     WHERE event.tenant_id = ${tenantId}::uuid AND ${all(withinWindow(sql`event.id`, window))}
       AND ${dataFieldEquals(sql`event.data`, field)} LIMIT ${mostMatches + 1}`);
  return matches.length > mostMatches ? undefined : matches.map(({ id }) => id);
}

/** A place in an array written otherwise than the index writes it: from the end, with a sign or with zeros. */
function isUnusualIndex(key: string): boolean {
  return /^\s*[+-]?\d+$/.test(key) && !/^(0|[1-9]\d*)$/.test(key);
}

async function isTooMuch(blocks: Sql, { since }: TimeWindow): Promise<boolean> {
  const [found] = await searchRows<{ isTooMuch: boolean }>(sql`
    SELECT coalesce(sum(cardinality(event_ids)), 0) > ${mostCandidates}::int
           OR EXISTS (SELECT 1 FROM payload_backfills WHERE ${all(withinWindow(sql`before_id`, { since }))}) AS "isTooMuch"
      FROM ((${blocks} LIMIT ${mostCandidates}) UNION ALL (SELECT event_ids FROM payload_backlog LIMIT ${mostCandidates})) AS named`);
  return found?.isTooMuch ?? true;
}
