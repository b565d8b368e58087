import { pool, type Queryable } from "../db.ts";
import { firstIdAt } from "../ids.ts";
import { partitionedSince } from "../partitions.ts";

const blocksAtOnce = 5_000;

/** Removes from the search index what belonged to partitions that are dropped; few rows at a time, so that nobody waits. */
export async function removeExpiredBlocks(db: Queryable = pool()): Promise<void> {
  const edge = firstIdAt(await partitionedSince(db));
  for (let removed = blocksAtOnce; removed === blocksAtOnce; ) {
    const { rowCount } = await db.query(
      `DELETE FROM payload_blocks WHERE id IN (
         SELECT id FROM payload_blocks WHERE newest_id < $1::uuid ORDER BY newest_id LIMIT ${blocksAtOnce})`,
      [edge],
    );
    removed = rowCount ?? 0;
  }
}
