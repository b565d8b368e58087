import { binaryColumn } from "../binary-column.ts";
import type { Queryable } from "../db.ts";
import { tokensOf } from "./tokens.ts";

/** Small enough that a rare value leads to few payloads that do not have it, large enough that the index stays small. */
const blockSize = 32;
/** So that their payloads never fill the memory. */
const eventsAtOnce = 128;

type Payload = { id: string; tenant_id: string; data: string };

/** Adds these events to the search index, neighbours of a tenant together; in the caller's transaction. */
export async function insertBlocks(client: Queryable, eventIds: readonly string[]): Promise<void> {
  const ids = eventIds.toSorted();
  for (let from = 0; from < ids.length; from += eventsAtOnce) {
    const blocks = blocksOf(await readPayloads(client, ids.slice(from, from + eventsAtOnce)));
    if (blocks.length === 0) continue;
    await client.query({
      name: "insert-payload-blocks",
      text: `
        INSERT INTO payload_blocks (newest_id, event_ids, tokens)
        SELECT newest_id, event_ids::uuid[], tokens::int[]
          FROM unnest($1::uuid[], $2::text[], $3::text[]) AS block (newest_id, event_ids, tokens)`,
      values: [
        binaryColumn("uuid", blocks, ({ eventIds }) => eventIds.at(-1) ?? null),
        binaryColumn("text", blocks, ({ eventIds }) => `{${eventIds.join()}}`),
        binaryColumn("text", blocks, ({ tokens }) => `{${[...tokens].join()}}`),
      ],
    });
  }
}

async function readPayloads(client: Queryable, ids: readonly string[]): Promise<Payload[]> {
  const { rows } = await client.query<Payload>({
    name: "read-payloads",
    text: "SELECT id, tenant_id, data FROM events WHERE id = ANY($1::uuid[]) ORDER BY id",
    values: [ids],
  });
  return rows;
}

type Block = { eventIds: string[]; tokens: Set<number> };

function blocksOf(payloads: readonly Payload[]): Block[] {
  return [...Map.groupBy(payloads, (payload) => payload.tenant_id)].flatMap(([tenantId, own]) =>
    chunksOf(own, blockSize).map((block) => ({
      eventIds: block.map(({ id }) => id),
      tokens: new Set(block.flatMap(({ data }) => [...tokensOf(tenantId, data)])),
    })),
  );
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
