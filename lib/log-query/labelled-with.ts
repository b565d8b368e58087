import { type Sql, sql } from "./sql.ts";

/** The tag and channel of a filter as conditions on `event`, in the form that their indexes serve. */
export function labelledWith({
  tag,
  channel,
}: {
  tag?: string | undefined;
  channel?: string | undefined;
}): Sql[] {
  const conditions: Sql[] = [];
  if (tag) conditions.push(sql`event.tags <> '{}' AND event.tags @> ARRAY[${tag}]`);
  if (channel) conditions.push(sql`event.channels <> '{}' AND event.channels @> ARRAY[${channel}]`);
  return conditions;
}
