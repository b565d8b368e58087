import type { Context } from "../context.ts";
import { toPublicId } from "../ids.ts";
import { findApplication } from "../log-query/find-application.ts";
import { labelledWith } from "../log-query/labelled-with.ts";
import type { IndexRanges, Location } from "../log-query/look-back.ts";
import { readRows } from "../log-query/read-rows.ts";
import type { Search } from "../log-query/resolve-search.ts";
import { sql } from "../log-query/sql.ts";
import { withinWindow } from "../log-query/time-window.ts";
import { fewLabelled } from "./few-labelled.ts";
import { ofApplication, ofIds, ofTenant, ofTypes } from "./index-ranges.ts";
import type { EventFilter } from "./list.ts";
import { throughDeliveries } from "./through-deliveries.ts";

export type Wanted = Omit<EventFilter, "limit" | "cursor" | "q"> & { search?: Search | undefined };

/**
 * Decides along which index the events of a filter are read: the one where they are fewest. Undefined when it finds nothing
 * for sure; ids of other tenants find nothing. A search in data is left to the caller.
 */
export async function locateEvents(ctx: Context, wanted: Wanted): Promise<Location | undefined> {
  const { search, type } = wanted;
  if (search?.kind === "nothing") return undefined;
  const applicationIds = await findApplications(ctx, wanted);
  const [applicationId] = applicationIds;
  if (applicationIds.includes(undefined)) return undefined;
  const through = await throughDeliveries(ctx, wanted);
  const window = withinWindow(sql`event.id`, wanted);
  const conditions = [
    ...window,
    ...(type ? [sql`event.type = ANY(${type}::text[])`] : []),
    ...labelledWith(wanted),
    ...applicationIds.map((id) => sql`event.application_id = ${id}::uuid`),
    ...(through?.condition ? [through.condition] : []),
  ];
  const isCovered = !through?.condition && !wanted.tag && !wanted.channel && !(type && applicationId);
  const at = (ranges: IndexRanges) => ({
    ranges: { ...ranges, within: [...ranges.within, ...window], isCovered },
    conditions,
    ...(through?.condition && { budget: mostWithDeliveries }),
  });
  const named = await namedBy(ctx, search);
  const meant =
    through?.few && named ? named.filter((id) => through.few.includes(id)) : (named ?? through?.few);
  const few = meant ?? (await fewLabelled(ctx, wanted, mostFew));
  if (few) return at(ofIds(ctx.tenantId, few));
  if (applicationId) return at(ofApplication(applicationId));
  return at(type ? ofTypes(ctx.tenantId, type) : ofTenant(ctx.tenantId));
}

const mostFew = 1_000;
/** Events whose deliveries are looked at for one page: each costs as much as ten others. */
const mostWithDeliveries = 1_000;

/** The UUIDs that a filter names, undefined for one that is not this tenant's. */
function findApplications(ctx: Context, { application, search }: Wanted): Promise<(string | undefined)[]> {
  const references = [
    ...(application ? [application] : []),
    ...(search?.kind === "application" ? [toPublicId("application", search.id)] : []),
  ];
  return Promise.all(references.map((reference) => findApplication(ctx, reference)));
}

/** The event that a search names, itself or by one of its deliveries. */
async function namedBy(ctx: Context, search: Search | undefined): Promise<string[] | undefined> {
  if (search?.kind === "event") return [search.id];
  if (search?.kind !== "delivery") return undefined;
  const rows = await readRows<{ event_id: string }>(
    ctx,
    sql`SELECT event_id FROM deliveries WHERE id = ${search.id}::uuid AND tenant_id = ${ctx.tenantId}::uuid`,
  );
  return rows.map((row) => row.event_id);
}
