import type { Context } from "../context.ts";
import { lookBack } from "../log-query/look-back.ts";
import type { LogSearch } from "../log-query/read-log.ts";
import { resolveSearch } from "../log-query/resolve-search.ts";
import { deliveryLog } from "./index-ranges.ts";
import type { DeliveryFilter } from "./list.ts";
import { locateDeliveries } from "./locate.ts";
import { deliveryIdOf, searchData } from "./search-data.ts";

/** How a filter's deliveries are found, each slice at a bounded cost; where data is searched in the order of their events. */
export async function searchDeliveries(
  ctx: Context,
  { q, limit: _, cursor: __, ...filter }: Partial<DeliveryFilter>,
  { mostEndpoints = 100 }: { mostEndpoints?: number } = {},
): Promise<LogSearch> {
  const search = q === undefined ? undefined : await resolveSearch(ctx, q);
  const location = await locateDeliveries(ctx, { ...filter, search }, mostEndpoints);
  if (!location) return { idOf, find: async () => ({ rows: [] }) };
  if (search?.kind === "field") {
    const wanted = { filter, field: search, location };
    return { idOf: deliveryIdOf, find: (slice) => searchData(ctx, wanted, slice) };
  }
  const along = location.ranges.key ? location : undefined;
  return { idOf, along, find: (slice) => lookBack(ctx, { log: deliveryLog, ...location, slice }) };
}

const idOf = (key: string) => key;
