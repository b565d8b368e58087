import { inTransaction, type Queryable } from "../db.ts";
import { addToBuckets, type BucketRow, merge } from "./buckets.ts";

const batchSize = 500;

/**
 * Moves what was recorded into the five-minute buckets behind the charts, each count exactly once whichever workers do
 * it at the same time; answers how many records it moved.
 */
export function rollUpStats(): Promise<number> {
  return inTransaction(moveRecorded);
}

/** As `rollUpStats`, in the caller's transaction. */
export async function moveRecorded(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ counts: BucketRow[] }>({ name: "take-stats", text: takeStatement });
  await addToBuckets(client, merge(rows.flatMap((row) => row.counts)));
  return rows.length;
}

const takeStatement = `
  DELETE FROM stat_deltas
   WHERE id IN (SELECT id FROM stat_deltas ORDER BY id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)
  RETURNING counts`;
