import { inTransaction, type Queryable } from "../db.ts";
import { insertBlocks } from "./insert-blocks.ts";

const turnMs = 2_000;
const flushesAtOnce = 128;
const eventsAtOnce = 2_048;

/**
 * Moves waiting events into the search index, newest first, each exactly once whichever workers do it at the same time; then
 * those that were stored before there was an index. Stops after about two seconds, since deliveries need the worker more.
 */
export async function indexPayloads(): Promise<void> {
  const untilMs = performance.now() + turnMs;
  const hasTime = () => performance.now() < untilMs;
  while ((await inTransaction(indexFlushes)) === flushesAtOnce && hasTime());
  while (hasTime() && (await inTransaction(indexEarlier)) > 0);
}

/** In one transaction, so that an event is always either waiting or indexed for those who search. */
async function indexFlushes(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ event_ids: string[] }>({
    name: "take-payloads",
    text: `
      DELETE FROM payload_backlog
       WHERE id IN (SELECT id FROM payload_backlog ORDER BY id DESC LIMIT ${flushesAtOnce} FOR UPDATE SKIP LOCKED)
      RETURNING event_ids`,
  });
  await insertBlocks(
    client,
    rows.flatMap((row) => row.event_ids),
  );
  return rows.length;
}

async function indexEarlier(client: Queryable): Promise<number> {
  const { rows: edges } = await client.query<{ before_id: string }>(
    "SELECT before_id FROM payload_backfills FOR UPDATE SKIP LOCKED",
  );
  const edge = edges[0]?.before_id;
  if (edge === undefined) return 0;
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM events WHERE id < $1::uuid ORDER BY id DESC LIMIT ${eventsAtOnce}`,
    [edge],
  );
  await insertBlocks(
    client,
    rows.map(({ id }) => id),
  );
  const oldest = rows.at(-1)?.id;
  if (oldest === undefined) await client.query("DELETE FROM payload_backfills");
  else await client.query("UPDATE payload_backfills SET before_id = $1", [oldest]);
  return rows.length;
}
