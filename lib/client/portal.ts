import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Input } from "../contracts/operation.ts";
import {
  createPortalLink,
  listPortalSessions,
  revokePortalSession,
  revokePortalSessions,
} from "../contracts/portal.ts";
import { getPortalSettings, updatePortalSettings } from "../contracts/portal-settings.ts";
import { keyOf } from "./keys.ts";
import { openPortal } from "./open-portal.ts";
import { callApi } from "./request.ts";
import { useOperation } from "./use-operation.ts";

/** The portal that this document shows; null when its link or session is over. */
export function portalQuery(slug: string) {
  return queryOptions({
    queryKey: ["portal", slug],
    queryFn: async () => (await openPortal(slug)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    // Who leaves the portal's pages and comes back opens it again, with the session of the tab.
    gcTime: 0,
    retry: false,
  });
}

export type PortalSessionFilter = Partial<Input<typeof listPortalSessions>["query"]>;

export function portalSessionsQuery(
  tenantId: string,
  { application, ...query }: PortalSessionFilter & { application: string },
) {
  return queryOptions({
    queryKey: keyOf(tenantId, "portal-sessions", application, query),
    queryFn: ({ signal }) =>
      callApi(listPortalSessions, { params: { id: application }, query, tenantId, signal }),
    placeholderData: keepPreviousData,
  });
}

export function portalSettingsQuery(tenantId: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "portal-settings"),
    queryFn: ({ signal }) => callApi(getPortalSettings, { tenantId, signal }),
  });
}

export const useCreatePortalLink = () => useOperation(createPortalLink, ["portal-sessions"]);
export const useRevokePortalSession = () => useOperation(revokePortalSession, ["portal-sessions"]);
export const useRevokePortalSessions = () => useOperation(revokePortalSessions, ["portal-sessions"]);
export const useUpdatePortalSettings = () => useOperation(updatePortalSettings, ["portal-settings"]);
