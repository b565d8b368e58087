import type { Context } from "../context.ts";
import { pool } from "../db.ts";
import { dataFieldEquals } from "../log-query/data-field.ts";
import { searchRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { tokenOf } from "./tokens.ts";

const mostBlocks = 300;
const mostMatches = 2_000;

/**
 * The UUIDs of the tenant's events whose data holds a value at a path; undefined when so many may that reading the log from
 * its newest row on finds a page sooner, when too much still waits to be indexed, or for what the index does not hold.
 */
export async function findMatches(
  { tenantId }: Context,
  field: { path: string[]; value: string },
): Promise<string[] | undefined> {
  const key = field.path.at(-1) ?? "";
  if (/^[[{]/.test(field.value) || isUnusualIndex(key)) return undefined;
  const token = tokenOf(tenantId, key, field.value);
  const { rows } = await pool().query<{ blocks: number }>(
    `SELECT count(*)::int AS blocks FROM (
       (SELECT 1 FROM payload_blocks WHERE tokens @> ARRAY[$1::int] LIMIT ${mostBlocks + 1})
       UNION ALL (SELECT 1 FROM payload_backlog LIMIT ${mostBlocks + 1})) AS candidate`,
    [token],
  );
  if ((rows[0]?.blocks ?? 0) > mostBlocks) return undefined;
  const matches = await searchRows<{ id: string }>(sql`
    WITH candidate AS MATERIALIZED (
      SELECT unnest(event_ids) AS id FROM payload_blocks WHERE tokens @> ARRAY[${token}::int]
      UNION ALL SELECT unnest(event_ids) FROM payload_backlog)
    SELECT event.id FROM candidate JOIN events event ON event.id = candidate.id
     WHERE event.tenant_id = ${tenantId}::uuid AND ${dataFieldEquals(sql`event.data`, field)} LIMIT ${mostMatches + 1}`);
  return matches.length > mostMatches ? undefined : matches.map(({ id }) => id);
}

/** A place in an array written otherwise than the index writes it: from the end, with a sign or with zeros. */
function isUnusualIndex(key: string): boolean {
  return /^\s*[+-]?\d+$/.test(key) && !/^(0|[1-9]\d*)$/.test(key);
}
