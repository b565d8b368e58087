import type { Queryable } from "./db.ts";
import { firstIdAt, timeOfId } from "./ids.ts";

const dayMs = 86_400_000;
const partitionsPerRetention = 10;
const partitionsAhead = 3;
const tables = ["events", "deliveries", "attempts"] as const;

/**
 * Makes the time partitions of events, deliveries and attempts, from the start of retention to well ahead of now.
 * A partition spans a tenth of the retention, so their number stays about a dozen whatever the retention is.
 * Runs in the caller's transaction; safe at any time and from several processes.
 */
export async function ensurePartitions(
  db: Queryable,
  { retentionDays, now = new Date() }: { retentionDays: number; now?: Date },
) {
  await db.query("SELECT pg_advisory_xact_lock(hashtext('posthorn partitions'))");
  for (const table of tables) {
    const existing = await listPartitions(db, table);
    for (const range of missingRanges(existing, { retentionDays, now }))
      await createPartition(db, table, range);
  }
}

/** Until when events, deliveries and attempts can be stored: the end of the table that ends first. */
export async function partitionedUntil(db: Queryable): Promise<Date> {
  const ends = [];
  for (const table of tables) {
    const ranges = await listPartitions(db, table);
    ends.push(Math.max(0, ...ranges.map((range) => range.to.getTime())));
  }
  return new Date(Math.min(...ends));
}

/** Since when events are kept: the start of their oldest partition, whatever its deliveries keep it for. */
export async function partitionedSince(db: Queryable): Promise<Date> {
  const ranges = await listPartitions(db, "events");
  return new Date(ranges.reduce((oldest, range) => Math.min(oldest, range.from.getTime()), Date.now()));
}

type Range = { from: Date; to: Date };

/**
 * Drops the partitions that ended before retention, oldest first, all three tables together; never one whose deliveries
 * are still open. Answers with the names dropped.
 */
export async function dropExpiredPartitions(
  db: Queryable,
  { retentionDays, now = new Date() }: { retentionDays: number; now?: Date },
): Promise<string[]> {
  const edge = now.getTime() - retentionDays * dayMs;
  const expired = (await listPartitions(db, "deliveries")).filter((range) => range.to.getTime() <= edge);
  const dropped: string[] = [];
  for (const range of expired.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    if (await hasOpenDeliveries(db, range)) break;
    for (const table of tables) {
      await db.query(`DROP TABLE IF EXISTS "${partitionName(table, range)}"`);
      dropped.push(partitionName(table, range));
    }
  }
  return dropped;
}

async function hasOpenDeliveries(db: Queryable, range: Range): Promise<boolean> {
  const { rows } = await db.query(
    `SELECT 1 FROM "${partitionName("deliveries", range)}" WHERE status IN ('pending', 'sending', 'retrying') LIMIT 1`,
  );
  return rows.length > 0;
}

/** The ranges still to be made, joined without gaps to those that exist. */
export function missingRanges(
  existing: readonly Range[],
  { retentionDays, now }: { retentionDays: number; now: Date },
): Range[] {
  const widthMs = partitionMs(retentionDays);
  const horizon = now.getTime() + partitionsAhead * widthMs;
  const newest = existing.reduce((latest, range) => Math.max(latest, range.to.getTime()), 0);
  const ranges: Range[] = [];
  let from = newest || Math.floor((now.getTime() - retentionDays * dayMs) / widthMs) * widthMs;
  while (from < horizon) {
    ranges.push({ from: new Date(from), to: new Date(from + widthMs) });
    from += widthMs;
  }
  return ranges;
}

/** How long a partition lasts. Unless the retention changed, partitions begin at multiples of it. */
export function partitionMs(retentionDays: number): number {
  return Math.ceil(retentionDays / partitionsPerRetention) * dayMs;
}

async function listPartitions(db: Queryable, table: string): Promise<Range[]> {
  const { rows } = await db.query<{ from: string; to: string }>(
    `SELECT (regexp_match(pg_get_expr(child.relpartbound, child.oid), 'FROM \\(''([^'']+)''\\)'))[1] AS "from",
            (regexp_match(pg_get_expr(child.relpartbound, child.oid), 'TO \\(''([^'']+)''\\)'))[1] AS "to"
       FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
      WHERE inhparent = $1::regclass`,
    [table],
  );
  return rows.map((row) => ({ from: timeOfId(row.from), to: timeOfId(row.to) }));
}

async function createPartition(db: Queryable, table: string, range: Range): Promise<void> {
  const [from, to] = [firstIdAt(range.from), firstIdAt(range.to)];
  await db.query(
    `CREATE TABLE IF NOT EXISTS "${partitionName(table, range)}" PARTITION OF "${table}" FOR VALUES FROM ('${from}') TO ('${to}')`,
  );
}

function partitionName(table: string, { from }: Range): string {
  return `${table}_${from.toISOString().slice(0, 10).replaceAll("-", "")}`;
}
