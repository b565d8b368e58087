import type { Context } from "../context.ts";
import { dataFieldEquals } from "../log-query/data-field.ts";
import { searchRows } from "../log-query/read-rows.ts";
import { all, sql } from "../log-query/sql.ts";
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
  const candidates = await findCandidates(tenantId, field, window);
  if (candidates === undefined) return undefined;
  const matches = await searchRows<{ id: string }>(sql`
    SELECT event.id FROM events event
     WHERE event.id = ANY(${candidates}::uuid[]) AND event.tenant_id = ${tenantId}::uuid
       AND ${all(withinWindow(sql`event.id`, window))} AND ${dataFieldEquals(sql`event.data`, field)}
     LIMIT ${mostMatches + 1}`);
  return matches.length > mostMatches ? undefined : matches.map(({ id }) => id);
}

/** In one statement, so that no event is missed on its way from those that wait to those that are indexed. */
async function findCandidates(
  tenantId: string,
  { path, value }: Field,
  { since }: TimeWindow,
): Promise<string[] | undefined> {
  const key = path.at(-1) ?? "";
  if (/^[[{]/.test(value) || isUnusualIndex(key)) return undefined;
  const tokens = [tokenOf(tenantId, { key, value }), anyToken(tenantId)];
  const [found] = await searchRows<{ ids: string[] | null }>(sql`
    SELECT CASE WHEN count(*) <= ${mostCandidates}::int
                 AND NOT EXISTS (SELECT 1 FROM payload_backfills WHERE ${all(withinWindow(sql`before_id`, { since }))})
                THEN coalesce(array_agg(id), '{}') END AS ids
      FROM (SELECT unnest(event_ids) AS id FROM (
              SELECT event_ids FROM payload_blocks
               WHERE tokens && ${tokens}::int[] AND ${all(withinWindow(sql`newest_id`, { since }))}
              UNION ALL SELECT event_ids FROM payload_backlog) AS named
             LIMIT ${mostCandidates + 1}) AS candidate`);
  return found?.ids ?? undefined;
}

/** A place in an array written otherwise than the index writes it: from the end, with a sign or with zeros. */
function isUnusualIndex(key: string): boolean {
  return /^\s*[+-]?\d+$/.test(key) && !/^(0|[1-9]\d*)$/.test(key);
}
