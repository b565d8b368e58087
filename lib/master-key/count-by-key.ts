import { pool } from "../db.ts";
import { type PageRange, pageRangesOf } from "./page-ranges.ts";
import type { SealedColumn } from "./sealed-columns.ts";

/** How many values of a column each master key has sealed, by the key's id in hex. */
export async function countByKey(sealed: SealedColumn): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const range of await pageRangesOf(sealed.table)) {
    for (const { key_id, count } of await countRange(sealed, range))
      counts.set(key_id, (counts.get(key_id) ?? 0) + count);
  }
  return counts;
}

async function countRange({ table, column }: SealedColumn, { from, to }: PageRange) {
  const { rows } = await pool().query<{ key_id: string; count: number }>(
    `SELECT encode(substring(${column} FROM 2 FOR 4), 'hex') AS key_id, count(*)::int AS count FROM ${table}
      WHERE ctid >= $1::tid AND ctid < $2::tid AND ${column} IS NOT NULL GROUP BY 1`,
    [from, to],
  );
  return rows;
}
