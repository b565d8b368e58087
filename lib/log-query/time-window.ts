import { firstIdAt, timeOfId } from "../ids.ts";
import { type Sql, sql } from "./sql.ts";

export type TimeWindow = { since?: string | undefined; until?: string | undefined };

/** The rows made from `since` until before `until`, as a range of their UUIDv7, so that other partitions are not touched. */
export function withinWindow(id: Sql, { since, until }: TimeWindow): Sql[] {
  const conditions: Sql[] = [];
  if (since !== undefined) conditions.push(sql`${id} >= ${firstIdAt(new Date(since))}::uuid`);
  if (until !== undefined) conditions.push(sql`${id} < ${firstIdAt(new Date(until))}::uuid`);
  return conditions;
}

/** By how much the clocks of those who make ids may differ. */
export const clockToleranceMs = 3_600_000;

/** What belongs to the rows of a window: made in it or at any time after, allowing an hour for clocks that differ. */
export function madeSince(id: Sql, { since }: TimeWindow): Sql[] {
  if (since === undefined) return [];
  return [sql`${id} >= ${firstIdAt(new Date(Date.parse(since) - clockToleranceMs))}::uuid`];
}

/** What belongs to a row and was made after it, allowing an hour for clocks that differ: prunes older partitions. */
export function madeAfter(id: Sql, ownerIds: readonly string[]): Sql {
  const oldestMs = Math.min(...ownerIds.map((ownerId) => timeOfId(ownerId).getTime()));
  return sql`${id} >= ${firstIdAt(new Date(oldestMs - clockToleranceMs))}::uuid`;
}
