import { type Cursor, decodeCursor, encodeCursor } from "./cursor.ts";

/** What every list receives: rows a page, and the cursor of an earlier answer. */
export type PageRequest = { limit: number; cursor?: string | undefined };

/** What a list must read: `take` rows beyond `position` (from the list's start or end when undefined), nearest first. */
export type Slice = { direction: Cursor["direction"]; position: string | undefined; take: number };

export type Page<T> = { data: T[]; nextCursor: string | null; prevCursor: string | null };

type Reading<Row> = {
  /** The list's name, so that a cursor of one list is no cursor of another. */
  list: string;
  /** Reads the rows of a slice, in the direction of the slice. */
  read: (slice: Slice) => Promise<Row[]>;
  /** The key that orders the list; unique in it. */
  keyOf: (row: Row) => string;
};

/**
 * Reads one page of a list by keyset: no row is lost or repeated while others are added, and walking back gives the
 * same pages. Throws `invalid_cursor` for a cursor of another tenant or list.
 */
export async function readPage<Row>(
  tenantId: string,
  { limit, cursor }: PageRequest,
  { list, read, keyOf }: Reading<Row>,
): Promise<Page<Row>> {
  const scope = `${tenantId}:${list}`;
  const from = cursor === undefined ? undefined : decodeCursor(scope, cursor);
  const direction = from?.direction ?? "forward";
  const found = await read({ direction, position: from?.position, take: limit + 1 });
  // Nothing newer than the cursor: the list's first page is what walking back was for.
  if (direction === "backward" && found.length === 0)
    return readPage(tenantId, { limit }, { list, read, keyOf });
  const rows = found.slice(0, limit);
  if (direction === "backward") rows.reverse();
  const hasMore = found.length > limit;
  const edges = edgesOf(rows.map(keyOf), from?.position);
  const encode = (position: string | undefined, isOpen: boolean, towards: Cursor["direction"]) =>
    isOpen && position !== undefined ? encodeCursor(scope, { direction: towards, position }) : null;
  return {
    data: rows,
    nextCursor: encode(edges.last, direction === "backward" || hasMore, "forward"),
    prevCursor: encode(edges.first, direction === "forward" ? from !== undefined : hasMore, "backward"),
  };
}

function edgesOf(keys: readonly string[], fallback: string | undefined) {
  return { first: keys.at(0) ?? fallback, last: keys.at(-1) };
}

/** The slice as Prisma understands it, for a list ordered by its UUID, newest first. */
export function newestFirst({ direction, position, take }: Slice) {
  const order = direction === "forward" ? ("desc" as const) : ("asc" as const);
  const orderBy = { id: order };
  if (position === undefined) return { where: {}, orderBy, take };
  return { where: { id: direction === "forward" ? { lt: position } : { gt: position } }, orderBy, take };
}
