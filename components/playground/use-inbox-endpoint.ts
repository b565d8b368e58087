"use client";

import { useQuery } from "@tanstack/react-query";
import { endpointsQuery } from "#lib/client/endpoints.ts";
import { inboxQuery } from "#lib/client/inbox.ts";
import { useTenant } from "#lib/client/tenant.tsx";

/** The inbox, and an endpoint that delivers to it: one that takes events, where there are several. */
export function useInboxEndpoint() {
  const { id } = useTenant();
  const { data: inbox, isPending } = useQuery(inboxQuery(id));
  const token = inbox?.url.split("/").at(-1) ?? "";
  const found = useQuery({ ...endpointsQuery(id, { q: token, limit: 50 }), enabled: inbox !== undefined });
  const endpoints = found.data?.data ?? [];
  const endpoint = endpoints.find(({ state }) => state === "enabled") ?? endpoints[0];
  return { inbox, endpoint, isLoading: isPending || (inbox !== undefined && found.isPending) };
}
