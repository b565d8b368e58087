"use client";

import { useQuery } from "@tanstack/react-query";
import { eventTypeVersionsQuery } from "#lib/client/event-types.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { VersionsCard } from "./versions-card.tsx";

/** The versions of an event type of this tenant. */
export function VersionsOf({ name }: { name: string }) {
  const { id } = useTenant();
  const { data } = useQuery(eventTypeVersionsQuery(id, name));
  return <VersionsCard versions={data?.data ?? []} />;
}
