import type { InvalidateQueryFilters, QueryClient } from "@tanstack/react-query";

/**
 * Has what is shown and matches read again, and the rest when it is shown next; resolves when all is read. What is just
 * being read for the first time may not know of the change yet, and TanStack Query would leave it at that: it is read
 * once more.
 */
export async function readAgain(queryClient: QueryClient, filters: InvalidateQueryFilters): Promise<void> {
  const firstReadings = queryClient
    .getQueryCache()
    .findAll({ ...filters, fetchStatus: "fetching" })
    .filter(({ state }) => state.data === undefined);
  await queryClient.invalidateQueries(filters);
  if (firstReadings.length === 0) return;
  await Promise.allSettled(firstReadings.map(({ promise }) => promise));
  await queryClient.invalidateQueries({ predicate: (query) => firstReadings.includes(query) });
}
