import { mostExportedRows } from "../contracts/log-exports.ts";
import type { Page, PageRequest } from "../keyset.ts";
import { readRows, searchRows } from "./read-rows.ts";
import { all, type Sql, sql } from "./sql.ts";

const pageSize = 250;

/** The pages of a list from its newest row on, as many as one file holds, each read when it is asked for. */
export async function* exportPages<Row>(list: (page: PageRequest) => Promise<Page<Row>>) {
  let cursor: string | undefined;
  for (let left = mostExportedRows; left > 0; left -= pageSize) {
    const page = await list({ limit: Math.min(pageSize, left), cursor });
    yield page.data;
    if (page.nextCursor === null) return;
    cursor = page.nextCursor;
  }
}

/** Whether more rows than one file holds meet the conditions; 422 for a search through payloads that is too broad. */
export async function exceedsExport(
  ctx: Parameters<typeof readRows>[0],
  { from, conditions, searchesData }: { from: Sql; conditions: readonly Sql[]; searchesData: boolean },
): Promise<boolean> {
  const statement = sql`SELECT 1 AS found FROM ${from} WHERE ${all(conditions)} LIMIT 1 OFFSET ${mostExportedRows}`;
  const rows = searchesData ? await searchRows(statement) : await readRows(ctx, statement);
  return rows.length > 0;
}
