import { timeOfId } from "../ids.ts";
import { type Found, type Page, type PageRequest, type Slice, searchPage } from "../keyset.ts";
import type { Location } from "./look-back.ts";

/** How the rows of a filter are found: by keys, which begin with the UUIDv7 that orders the log. */
export type LogSearch = {
  find: (slice: Slice) => Promise<Found<string>>;
  /** The row's id (a UUID) in its key. */
  idOf: (key: string) => string;
  /** Where they stand, if that is along an index in the order of time. */
  along?: Location | undefined;
};

/** A page of a log. `searchedTo`: it was not filled, since looking further than there would have taken too long. */
export type SearchedPage<T> = Page<T> & { searchedTo: string | null };

/** Reads one page of a log: the ids (UUIDs) of its rows. */
export async function readLog(
  tenantId: string,
  request: PageRequest,
  { list, find, idOf }: LogSearch & { list: string },
): Promise<SearchedPage<string>> {
  const reading = { list, read: find, keyOf: (key: string) => key };
  const { stoppedAt, data, ...page } = await searchPage(tenantId, request, reading);
  return {
    ...page,
    data: data.map(idOf),
    searchedTo: stoppedAt === undefined ? null : timeOfId(stoppedAt).toISOString(),
  };
}
