import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import {
  createApplication,
  getApplication,
  listApplications,
  removeApplication,
  updateApplication,
} from "../contracts/applications.ts";
import type { Input } from "../contracts/operation.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";
import { useTenant } from "./tenant.tsx";
import { useOperation } from "./use-operation.ts";

export type ApplicationFilter = Partial<Input<typeof listApplications>["query"]>;

export function applicationsQuery(tenantId: string, filter: ApplicationFilter = {}) {
  return queryOptions({
    queryKey: keyOf(tenantId, "applications", "list", filter),
    queryFn: ({ signal }) => callApi(listApplications, { query: filter, tenantId, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Whether the tenant has applications beside its default one: known at once, and noticed when the first is made. */
export function useHasApplications(): boolean {
  const { id, portal, hasApplications } = useTenant();
  const { data } = useQuery({
    ...applicationsQuery(id, { limit: 2 }),
    enabled: !portal && !hasApplications,
  });
  return !portal && (hasApplications || (data?.data.length ?? 0) > 1);
}

/** By id or uid. */
export function applicationQuery(tenantId: string, id: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "applications", "one", id),
    queryFn: ({ signal }) => callApi(getApplication, { params: { id }, tenantId, signal }),
  });
}

export const useCreateApplication = () => useOperation(createApplication, ["applications"]);
export const useUpdateApplication = () => useOperation(updateApplication, ["applications"]);
/** Leaves the application's own queries alone: its page must not ask for it again on the way out. */
export const useRemoveApplication = () =>
  useOperation(removeApplication, ["endpoints", "deliveries", "events", "stats"]);
