"use client";

import { useQuery } from "@tanstack/react-query";
import { endpointsQuery } from "#lib/client/endpoints.ts";
import { useTenant } from "#lib/client/tenant.tsx";

const counted = 250;

/** Counts the endpoints that receive an event type; undefined until they are read, and for tenants with too many to count here. */
export function useSubscriberCount(): ((name: string) => number) | undefined {
  const { id } = useTenant();
  const { data } = useQuery(endpointsQuery(id, { limit: counted }));
  if (!data || data.nextCursor) return undefined;
  return (name) =>
    data.data.filter(({ eventTypes }) => eventTypes.some((pattern) => covers(pattern, name))).length;
}

function covers(pattern: string, name: string): boolean {
  if (pattern === "*" || pattern === name) return true;
  return pattern.endsWith(".*") && name.startsWith(pattern.slice(0, -1));
}
