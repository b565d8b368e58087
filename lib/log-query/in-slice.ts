import type { Slice } from "../keyset.ts";
import { type Sql, sql } from "./sql.ts";

/** The part of a list ordered by id, newest first, that a page asks for: what to add to WHERE, and the end of the statement. */
export function inSlice(id: Sql, { direction, position, take }: Slice): { where: Sql[]; order: Sql } {
  const isForward = direction === "forward";
  const beyond = isForward ? sql`${id} < ${position}::uuid` : sql`${id} > ${position}::uuid`;
  return {
    where: position === undefined ? [] : [beyond],
    order: isForward ? sql`ORDER BY ${id} DESC LIMIT ${take}` : sql`ORDER BY ${id} ASC LIMIT ${take}`,
  };
}
