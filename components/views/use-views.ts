"use client";

import { useQuery } from "@tanstack/react-query";
import { useTenant } from "#lib/client/tenant.tsx";
import { viewsQuery } from "#lib/client/views.ts";
import { roleCan } from "#lib/contracts/permissions.ts";
import type { SavedView, ViewedLog } from "#lib/contracts/views.ts";

/** The views of a log by their names; a portal session has none. */
export function useViews(log?: ViewedLog) {
  const tenant = useTenant();
  const query = useQuery({ ...viewsQuery(tenant.id), enabled: !tenant.portal });
  const views = (query.data?.data ?? [])
    .filter((view) => log === undefined || view.log === log)
    .toSorted((one, other) => one.name.localeCompare(other.name));
  return { views, query };
}

/** Whether the person may change a view: their own, or a shared one as an admin. */
export function useMayChange(): (view: SavedView) => boolean {
  const { role } = useTenant();
  return (view) => view.isOwn || (view.isShared && roleCan(role, "tenant:manage"));
}
