import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import { attentionFilter } from "#components/overview/attention-filter.ts";
import { type ChecklistVisibility, isListed } from "#components/overview/checklist-cookie.ts";
import { checklistFilters } from "#components/overview/checklist-filters.ts";
import { listApiKeys } from "#lib/api-keys/list.ts";
import { apiKeysQuery } from "#lib/client/api-keys.ts";
import { deliveriesQuery } from "#lib/client/deliveries.ts";
import { endpointsQuery } from "#lib/client/endpoints.ts";
import { eventsQuery } from "#lib/client/events.ts";
import { sampleDataQuery } from "#lib/client/sample-data.ts";
import { listDeliveries } from "#lib/deliveries/list.ts";
import { listEndpoints } from "#lib/endpoints/list.ts";
import { listEvents } from "#lib/events/list.ts";
import { getSampleData } from "#lib/sample-data/get.ts";
import { pageContext } from "./page-context.ts";

/** Reads what decides which parts the overview has, so that none of them comes in late and moves the others. */
export async function prefetchOverview(
  slug: string,
  checklist: ChecklistVisibility,
): Promise<DehydratedState> {
  const { ctx, tenant } = await pageContext(slug);
  const client = new QueryClient();
  const { endpoints, apiKeys, events, delivered } = checklistFilters;
  // A read that fails is left to the browser, which says so and offers to try again.
  await Promise.all([
    client.prefetchQuery({
      queryKey: endpointsQuery(tenant.id, attentionFilter).queryKey,
      queryFn: () => listEndpoints(ctx, attentionFilter),
    }),
    client.prefetchQuery({
      queryKey: sampleDataQuery(tenant.id).queryKey,
      queryFn: () => getSampleData(ctx),
    }),
    ...(isListed(checklist)
      ? [
          client.prefetchQuery({
            queryKey: endpointsQuery(tenant.id, endpoints).queryKey,
            queryFn: () => listEndpoints(ctx, endpoints),
          }),
          client.prefetchQuery({
            queryKey: apiKeysQuery(tenant.id, apiKeys).queryKey,
            queryFn: () => listApiKeys(ctx, apiKeys),
          }),
          client.prefetchQuery({
            queryKey: eventsQuery(tenant.id, events).queryKey,
            queryFn: () => listEvents(ctx, events),
          }),
          client.prefetchQuery({
            queryKey: deliveriesQuery(tenant.id, delivered).queryKey,
            queryFn: () => listDeliveries(ctx, delivered),
          }),
        ]
      : []),
  ]);
  return dehydrate(client);
}
