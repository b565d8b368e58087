import type { Context } from "../context.ts";
import { eventLog } from "../events/index-ranges.ts";
import { dataFieldEquals } from "../log-query/data-field.ts";
import { type Location, lookBack } from "../log-query/look-back.ts";
import { readRows } from "../log-query/read-rows.ts";
import { all, sql } from "../log-query/sql.ts";
import { type Covered, type Field, findCandidates, type Start } from "./find-candidates.ts";

/** From beyond `position`, or from the log's end. */
export type Walk = {
  field: Field;
  location: Location;
  direction: Start["direction"];
  position: string | undefined;
};

/** Payloads read before the index is asked, which finds what is common at once; and where the index does not help. */
const firstPayloads = 250;
const mostPayloads = 2_500;
const comparedAtOnce = 1_600;

/**
 * Walks along the tenant's events (UUIDs) whose data holds a value at a path, in the order of their ids, as far as one page
 * may cost; each step tells how far that was. What the index names is compared with its payload, so the answer is exact.
 */
export async function* walkMatches(ctx: Context, walk: Walk): AsyncGenerator<Covered> {
  const { field, location, direction } = walk;
  const conditions = [...location.conditions, dataFieldEquals(sql`event.data`, field)];
  const read = async (position: string | undefined, budget: number): Promise<Covered> => {
    const slice = { direction, position, take: budget };
    const { rows, stoppedAt } = await lookBack(ctx, {
      log: eventLog,
      ...location,
      conditions,
      slice,
      budget,
    });
    return { ids: rows, coveredTo: rows.length < budget ? stoppedAt : rows.at(-1) };
  };
  const first = await read(walk.position, firstPayloads);
  yield first;
  if (first.coveredTo === undefined) return;
  const named = await findCandidates(ctx, field, { direction, position: first.coveredTo });
  if (!named) return yield await read(first.coveredTo, mostPayloads);
  for (let from = 0; from < named.ids.length; from += comparedAtOnce) {
    const compared = named.ids.slice(from, from + comparedAtOnce);
    const found = await readRows<{ id: string }>(
      ctx,
      // Given as a subquery, since planning for each value, partition by partition, would take longer than looking.
      sql`SELECT event.id FROM events event
           WHERE event.id = ANY ((SELECT ${compared}::uuid[])::uuid[]) AND event.tenant_id = ${ctx.tenantId}::uuid
             AND ${all(conditions)}`,
    );
    const isFound = new Set(found.map(({ id }) => id));
    yield { ids: compared.filter((id) => isFound.has(id)), coveredTo: compared.at(-1) };
  }
  yield { ids: [], coveredTo: named.coveredTo };
}
