import { pool } from "../db.ts";

/** A stretch of a table in the order in which it is stored: `ctid >= from AND ctid < to`. */
export type PageRange = { from: string; to: string };

const pagesAtOnce = 128;

/** The whole of a table, one megabyte at a time, so that no statement takes long however large it is; needs no index. */
export async function pageRangesOf(table: string): Promise<PageRange[]> {
  const { rows } = await pool().query<{ pages: number }>(
    `SELECT (pg_relation_size($1::regclass) / current_setting('block_size')::int)::int AS pages`,
    [table],
  );
  const count = Math.ceil((rows[0]?.pages ?? 0) / pagesAtOnce);
  return Array.from({ length: count }, (_, n) => ({
    from: `(${n * pagesAtOnce},0)`,
    to: `(${(n + 1) * pagesAtOnce},0)`,
  }));
}
