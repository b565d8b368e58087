import { mostExportedRows } from "../contracts/log-exports.ts";
import type { LogSearch } from "./read-log.ts";

const pageSize = 250;
const keysAtOnce = 5_000;
const mostMs = 15_000;

/** The ids (UUIDs) of all that a search finds, as many as one file holds, and whether there is more or may be: it stops in time. */
export async function collectIds({ find, idOf }: LogSearch): Promise<{ ids: string[]; isCut: boolean }> {
  const untilMs = performance.now() + mostMs;
  const keys: string[] = [];
  let position: string | undefined;
  do {
    const found = await find({ direction: "forward", position, take: keysAtOnce });
    keys.push(...found.rows);
    position = found.rows.length === keysAtOnce ? found.rows.at(-1) : found.stoppedAt;
  } while (position !== undefined && keys.length <= mostExportedRows && performance.now() < untilMs);
  const isCut = position !== undefined || keys.length > mostExportedRows;
  return { ids: keys.slice(0, mostExportedRows).map(idOf), isCut };
}

/** The rows of these ids, a page at a time, each read when it is asked for. */
export async function* pagesOf<Row>(ids: readonly string[], read: (ids: string[]) => Promise<Row[]>) {
  for (let from = 0; from < ids.length; from += pageSize) yield await read(ids.slice(from, from + pageSize));
}
