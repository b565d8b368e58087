import type pg from "pg";
import { tokensOf } from "#lib/payload-index/tokens.ts";
import { payloadTokens } from "./history-payload.ts";

const blockSize = 32;
const blocksAtOnce = 500;

/** Fills the search index with the history's events, in blocks as the worker makes them; event `n` is the tenant's nth. */
export async function indexHistory(client: pg.ClientBase, tenantId: string): Promise<void> {
  await client.query("DROP INDEX payload_blocks_tokens_idx");
  let after = "00000000-0000-0000-0000-000000000000";
  for (let first = 0; ; first += blockSize * blocksAtOnce) {
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM events WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT $3",
      [tenantId, after, blockSize * blocksAtOnce],
    );
    const ids = rows.map(({ id }) => id);
    after = ids.at(-1) ?? after;
    if (ids.length === 0) break;
    await insertBlocks(client, { tenantId, ids, first });
  }
  await client.query(`CREATE INDEX "payload_blocks_tokens_idx" ON "payload_blocks" USING GIN ("tokens")`);
  await refuseWrongTokens(client, tenantId);
}

type Events = { tenantId: string; ids: readonly string[]; first: number };

async function insertBlocks(client: pg.ClientBase, { tenantId, ids, first }: Events): Promise<void> {
  const [newest, events, tokens]: [string[], string[], string[]] = [[], [], []];
  for (let from = 0; from < ids.length; from += blockSize) {
    const block = ids.slice(from, from + blockSize);
    newest.push(block.at(-1) ?? "");
    events.push(`{${block.join(",")}}`);
    const numbers = block.map((_, place) => first + from + place);
    tokens.push(`{${payloadTokens(tenantId, numbers).join(",")}}`);
  }
  await client.query(
    `INSERT INTO payload_blocks (newest_id, event_ids, tokens)
     SELECT newest, ids::uuid[], tokens::int[] FROM unnest($1::uuid[], $2::text[], $3::text[]) AS block (newest, ids, tokens)`,
    [newest, events, tokens],
  );
}

/** A search would find less than there is, and be measured as fast. */
async function refuseWrongTokens(client: pg.ClientBase, tenantId: string): Promise<void> {
  const { rows } = await client.query<{ data: string; tokens: number[] }>(
    "SELECT event.data, block.tokens FROM payload_blocks block JOIN events event ON event.id = block.newest_id LIMIT 10",
  );
  const isMissing = ({ data, tokens }: { data: string; tokens: number[] }) =>
    [...tokensOf(tenantId, data)].some((token) => !tokens.includes(token));
  if (rows.length === 0 || rows.some(isMissing)) throw new Error("the history's search index lacks tokens");
}
