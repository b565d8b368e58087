import { type Cursor, decodeCursor, encodeCursor } from "./cursor.ts";

/** What every list receives: rows a page, and the cursor of an earlier answer. */
export type PageRequest = { limit: number; cursor?: string | undefined };

/** What a list must read: `take` rows beyond `position` (from the list's start or end when undefined), nearest first. */
export type Slice = { direction: Cursor["direction"]; position: string | undefined; take: number };

/** What was read of a slice; `stoppedAt` is the key that was looked at last, if reading ended there without having enough. */
export type Found<Row> = { rows: Row[]; stoppedAt?: string | undefined };

export type Page<T> = { data: T[]; nextCursor: string | null; prevCursor: string | null };

type Reading<Row, Read> = {
  /** The list's name, so that a cursor of one list is no cursor of another. */
  list: string;
  /** Reads the rows of a slice, in the direction of the slice. */
  read: (slice: Slice) => Promise<Read>;
  /** The key that orders the list; unique in it. */
  keyOf: (row: Row) => string;
};

/**
 * Reads one page of a list by keyset: no row is lost or repeated while others are added, and walking back gives the
 * same pages. Throws `invalid_cursor` for a cursor of another tenant or list.
 */
export async function readPage<Row>(
  tenantId: string,
  request: PageRequest,
  { read, ...reading }: Reading<Row, Row[]>,
): Promise<Page<Row>> {
  const { stoppedAt: _, ...page } = await searchPage(tenantId, request, {
    ...reading,
    read: async (slice) => ({ rows: await read(slice) }),
  });
  return page;
}

/** As `readPage`, of a list that may stop before a page is full; `stoppedAt` then says where, and a cursor goes on from there. */
export async function searchPage<Row>(
  tenantId: string,
  { limit, cursor }: PageRequest,
  { list, read, keyOf }: Reading<Row, Found<Row>>,
): Promise<Page<Row> & Pick<Found<Row>, "stoppedAt">> {
  const scope = `${tenantId}:${list}`;
  const from = cursor === undefined ? undefined : decodeCursor(scope, cursor);
  const direction = from?.direction ?? "forward";
  const { rows: found, stoppedAt } = await read({ direction, position: from?.position, take: limit + 1 });
  // Nothing newer than the cursor, or too far from it: the list's first page is what walking back was for.
  if (direction === "backward" && found.length === 0)
    return searchPage(tenantId, { limit }, { list, read, keyOf });
  const rows = found.slice(0, limit);
  const [nearest, farthest] = [rows.at(0), rows.at(-1)].map((row) => row && keyOf(row));
  const beyond = found.length > limit ? farthest : stoppedAt;
  const cursorOf = (towards: Cursor["direction"], position: string | undefined) =>
    position === undefined ? null : encodeCursor(scope, { direction: towards, position });
  const isForward = direction === "forward";
  return {
    data: isForward ? rows : rows.toReversed(),
    nextCursor: cursorOf("forward", isForward ? beyond : nearest),
    prevCursor: cursorOf("backward", isForward ? from && (nearest ?? from.position) : beyond),
    stoppedAt: isForward && rows.length < limit ? stoppedAt : undefined,
  };
}

/** The slice as Prisma understands it, for a list ordered by its UUID, newest first. */
export function newestFirst({ direction, position, take }: Slice) {
  const order = direction === "forward" ? ("desc" as const) : ("asc" as const);
  const orderBy = { id: order };
  if (position === undefined) return { where: {}, orderBy, take };
  return { where: { id: direction === "forward" ? { lt: position } : { gt: position } }, orderBy, take };
}
