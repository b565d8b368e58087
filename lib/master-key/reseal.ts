import { pool } from "../db.ts";
import { keyIds, open, seal } from "../vault.ts";
import { type PageRange, pageRangesOf } from "./page-ranges.ts";
import type { SealedColumn } from "./sealed-columns.ts";

export type Resealed = {
  resealed: number;
  /** Values that do not open for their row: damaged, or copied from elsewhere. They stay as they are. */
  unreadable: number;
};

const pauseMs = 250;
const maxPasses = 240;

/**
 * Seals every value of a column anew that is not under the present master key. Rows that somebody else holds or changes
 * meanwhile are left to them and looked at again. Throws when some stay held for a minute.
 */
export async function resealColumn(sealed: SealedColumn): Promise<Resealed> {
  let resealed = 0;
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const found = await resealOnce(sealed);
    resealed += found.resealed;
    if (found.skipped === 0) return { resealed, unreadable: found.unreadable };
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Error(`Some rows of ${sealed.table} are held by another transaction. Run this again later.`);
}

type Found = Resealed & { skipped: number };

async function resealOnce(sealed: SealedColumn): Promise<Found> {
  const total: Found = { resealed: 0, unreadable: 0, skipped: 0 };
  for (const range of await pageRangesOf(sealed.table)) {
    const rows = await readFormer(sealed, range);
    const changes = rows.flatMap(changeOf);
    const resealed = await write(sealed, changes);
    total.resealed += resealed;
    total.unreadable += rows.length - changes.length;
    total.skipped += changes.length - resealed;
  }
  return total;
}

type Row = { place: string; former: Buffer; owner: string | null };
type Change = { place: string; former: Buffer; present: Buffer };

async function readFormer({ table, column, owner }: SealedColumn, { from, to }: PageRange): Promise<Row[]> {
  const { rows } = await pool().query<Row>(
    `SELECT ctid::text AS place, ${column} AS former, ${owner} AS owner FROM ${table} AS sealed_row
      WHERE ctid >= $1::tid AND ctid < $2::tid AND substring(${column} FROM 2 FOR 4) <> $3`,
    [from, to, keyIds().present],
  );
  return rows;
}

function changeOf({ place, former, owner }: Row): Change[] {
  if (owner === null) return [];
  try {
    return [{ place, former, present: seal(open(former, owner), owner) }];
  } catch {
    return [];
  }
}

/** Writes where the former value still stands and nobody holds the row, so that this never waits and never undoes. */
async function write({ table, column }: SealedColumn, changes: readonly Change[]): Promise<number> {
  if (changes.length === 0) return 0;
  const { rowCount } = await pool().query(
    `WITH free AS (
       SELECT sealed_row.ctid AS place, change.present
         FROM unnest($1::tid[], $2::bytea[], $3::bytea[]) AS change (place, former, present)
         JOIN ${table} AS sealed_row ON sealed_row.ctid = change.place AND sealed_row.${column} = change.former
          FOR NO KEY UPDATE OF sealed_row SKIP LOCKED)
     UPDATE ${table} SET ${column} = free.present FROM free WHERE ${table}.ctid = free.place`,
    [
      changes.map(({ place }) => place),
      changes.map(({ former }) => former),
      changes.map(({ present }) => present),
    ],
  );
  return rowCount ?? 0;
}
