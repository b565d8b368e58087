import { inTransaction, type Queryable } from "../db.ts";
import { tokensOf } from "./tokens.ts";

const batchSize = 32;
const blockSize = 128;

/** Moves every waiting event into the search index, each exactly once whichever workers do it at the same time. */
export async function indexPayloads(): Promise<void> {
  while ((await inTransaction(indexBatch)) === batchSize);
}

async function indexBatch(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ event_ids: string[] }>({
    name: "take-payloads",
    text: takeStatement,
  });
  const ids = rows.flatMap((row) => row.event_ids).toSorted();
  for (let from = 0; from < ids.length; from += blockSize)
    await indexBlock(client, ids.slice(from, from + blockSize));
  return rows.length;
}

const takeStatement = `
  DELETE FROM payload_backlog
   WHERE id IN (SELECT id FROM payload_backlog ORDER BY id DESC LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)
  RETURNING event_ids`;

type Payload = { id: string; tenant_id: string; data: string };

async function indexBlock(client: Queryable, ids: readonly string[]): Promise<void> {
  const { rows } = await client.query<Payload>({
    name: "read-payloads",
    text: "SELECT id, tenant_id, data FROM events WHERE id = ANY($1::uuid[])",
    values: [ids],
  });
  for (const payloads of Map.groupBy(rows, (row) => row.tenant_id).values()) {
    const tokens = new Set(payloads.flatMap(({ tenant_id, data }) => [...tokensOf(tenant_id, data)]));
    const eventIds = payloads.map(({ id }) => id).toSorted();
    await client.query({
      name: "insert-payload-block",
      text: "INSERT INTO payload_blocks (newest_id, event_ids, tokens) VALUES ($1, $2, $3)",
      values: [eventIds.at(-1), eventIds, [...tokens]],
    });
  }
}
