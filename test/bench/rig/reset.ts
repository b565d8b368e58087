import type pg from "pg";
import type { Rig } from "./rig.ts";

/** Empties tenants and everything of theirs, and checkpoints, so that every measurement starts from the same state. */
export async function reset(rig: Rig, db: pg.Pool): Promise<void> {
  // A measurement that failed may have left its load running.
  await rig.load.ask("stop");
  await rig.receiver.ask("release");
  // What the indexing of payloads locks comes first and in its order: it may be at work.
  await db.query(
    `SET lock_timeout = '20 s'; TRUNCATE payload_backlog, payload_backfills, events, payload_blocks, deliveries, attempts, stat_deltas, stat_buckets, tenants CASCADE`,
  );
  await db.query("CHECKPOINT");
  await rig.receiver.ask("forget");
}
