import type { Context } from "../context.ts";
import { firstIdAt } from "../ids.ts";
import type { Found, Slice } from "../keyset.ts";
import { inSlice } from "./in-slice.ts";
import { newestPartition } from "./newest-partition.ts";
import { readRows } from "./read-rows.ts";
import { all, type Sql, sql } from "./sql.ts";

/** Where the rows of a log may stand: ranges of an index, one for each row of the relation `range`. */
export type IndexRanges = {
  from: Sql;
  count: number;
  /** The column before the id in the index, and what it is in a range. Without one, a range is little and in no order. */
  key?: { column: Sql; value: Sql };
  /** What else the index answers of a row and its range. */
  within: readonly Sql[];
  /** The index alone also answers the conditions, which makes looking at a row several times cheaper. */
  isCovered?: boolean;
};

/** The relation `range` where there is a single one. */
export const oneRange = sql`(VALUES (TRUE)) AS range (is_one)`;

/** A log in SQL: the name that conditions use, and the table with that name. */
export type Log = { row: Sql; rows: Sql };

/** Where what a filter asks for may stand, and what is left to ask of each row; `budget` is how many rows one page may look at. */
export type Location = { ranges: IndexRanges; conditions: readonly Sql[]; budget?: number | undefined };

type Look = Location & { log: Log; slice: Slice };

/** Rows looked at for one page. Both take some ten milliseconds once they are in memory. */
const mostLookedAt = { inIndex: 25_000, inTable: 6_000 };
const leastOfRange = 20;

/**
 * Finds the ids (UUIDs) of a slice by looking at no more rows than a page may cost, however large the log is: `stoppedAt` is
 * how far all ranges were looked at, if that was not enough.
 */
export async function lookBack(ctx: Context, look: Look): Promise<Found<string>> {
  const { ranges, slice } = look;
  if (ranges.count === 0) return { rows: [] };
  if (!ranges.key) return lookAt(ctx, look, { isNewest: false, bounds: [] });
  const stretches = stretchesOf(look.log, slice);
  const rows: string[] = [];
  for (const stretch of stretches) {
    const take = slice.take - rows.length;
    const found = await lookAt(ctx, { ...look, slice: { ...slice, take } }, stretch);
    rows.push(...found.rows);
    if (found.stoppedAt !== undefined || rows.length >= slice.take) return { ...found, rows };
  }
  return { rows };
}

/** Part of a log: its newest partition, of whose rows the planner knows little yet, or all before. */
type Stretch = { isNewest: boolean; bounds: Sql[] };

function stretchesOf({ row }: Log, { direction, position }: Slice): Stretch[] {
  const { from, until } = newestPartition();
  const [first, end] = [firstIdAt(from), firstIdAt(until)];
  const newest = {
    isNewest: true,
    bounds: [sql`${row}.id >= ${first}::uuid`, sql`${row}.id < ${end}::uuid`],
  };
  const older = { isNewest: false, bounds: [sql`${row}.id < ${first}::uuid`] };
  if (direction === "backward")
    return position !== undefined && position >= first ? [newest] : [older, newest];
  return position !== undefined && position <= first ? [older] : [newest, older];
}

async function lookAt(ctx: Context, look: Look, stretch: Stretch): Promise<Found<string>> {
  const { ranges, slice } = look;
  const budget = look.budget ?? mostLookedAt[ranges.isCovered ? "inIndex" : "inTable"];
  const ofRange = Math.max(leastOfRange, Math.ceil(budget / ranges.count));
  const [found] = await readRows<{ ids: string[]; edge: string | null }>(
    ctx,
    lookStatement(look, stretch, ofRange),
  );
  const { ids = [], edge } = found ?? {};
  if (!edge) return { rows: ids };
  const isForward = slice.direction === "forward";
  // What lies beyond the range that was given up first may lack rows of that range.
  const rows = ids.filter((id) => (isForward ? id >= edge : id <= edge));
  return rows.length < slice.take ? { rows, stoppedAt: edge } : { rows };
}

/** Each range stops when it has a page, so that what is common is found at once; only then is there no edge to be read. */
function lookStatement(
  { log: { row, rows }, ranges, conditions, slice }: Look,
  { isNewest, bounds }: Stretch,
  budget: number,
): Sql {
  const { where } = inSlice(sql`${row}.id`, slice);
  const ends = slice.direction === "forward" ? sql`DESC` : sql`ASC`;
  const ofKey = isNewest && ranges.key ? sql`${ranges.key.column} ${ends}, ` : sql``;
  const order = (take: number) => sql`ORDER BY ${ofKey}${row}.id ${ends} LIMIT ${take}`;
  const within = all([...inRange(ranges, isNewest), ...bounds, ...where]);
  const lookedAt = (columns: Sql) => sql`SELECT ${columns} FROM ${rows} WHERE ${within} ${order(budget)}`;
  return sql`
    WITH matched AS MATERIALIZED (
      SELECT ids, CASE WHEN cardinality(ids) < ${slice.take}
                       THEN (SELECT id FROM (${lookedAt(sql`${row}.id`)}) AS last OFFSET ${budget - 1} LIMIT 1) END AS edge
        FROM ${ranges.from}
       CROSS JOIN LATERAL (
         SELECT ARRAY(SELECT ${row}.id FROM (${lookedAt(sql`${row}.*`)}) AS ${row}
                       WHERE ${all(conditions)} ${order(slice.take)}) AS ids
         OFFSET 0) AS found
    )
    SELECT ARRAY(SELECT DISTINCT unnest(ids) AS id FROM matched ORDER BY id ${ends} LIMIT ${slice.take}) AS ids,
           (SELECT edge FROM matched WHERE edge IS NOT NULL ORDER BY edge ${ends} LIMIT 1) AS edge`;
}

/**
 * The conditions that put a row into its range. BETWEEN instead of an equality, with the key named in the order, leaves no
 * other index to read a partition from; over several partitions an equality leaves nothing to be sorted or merged.
 */
export function inRange({ key, within }: IndexRanges, isNewest: boolean): Sql[] {
  if (!key) return [...within];
  const { column, value } = key;
  return [isNewest ? sql`${column} BETWEEN ${value} AND ${value}` : sql`${column} = ${value}`, ...within];
}
