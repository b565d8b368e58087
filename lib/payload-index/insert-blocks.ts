import type { Queryable } from "../db.ts";
import { tokensOf } from "./tokens.ts";

/** Small enough that a rare value leads to few payloads that do not have it, large enough that the index stays small. */
const blockSize = 32;

/** Adds these events to the search index, neighbours of a tenant together; in the caller's transaction. */
export async function insertBlocks(client: Queryable, eventIds: readonly string[]): Promise<void> {
  const ids = eventIds.toSorted();
  for (let from = 0; from < ids.length; from += blockSize)
    await insertBlocksOf(client, ids.slice(from, from + blockSize));
}

type Payload = { id: string; tenant_id: string; data: string };

async function insertBlocksOf(client: Queryable, ids: readonly string[]): Promise<void> {
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
