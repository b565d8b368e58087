"use client";

import { type Query, useQuery } from "@tanstack/react-query";
import { apiKeysQuery } from "#lib/client/api-keys.ts";
import { deliveriesQuery } from "#lib/client/deliveries.ts";
import { endpointsQuery } from "#lib/client/endpoints.ts";
import { eventsQuery } from "#lib/client/events.ts";
import { pauseOf } from "#lib/client/polling.ts";
import { sampleDataQuery } from "#lib/client/sample-data.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { checklistFilters } from "./checklist-filters.ts";

export type ChecklistStep = { title: string; why: string; action: string; href: string; isDone: boolean };

/** The way from an empty tenant to a delivered event, with what is already done; undefined until that is known. */
export function useChecklist(): ChecklistStep[] | undefined {
  const { id, slug } = useTenant();
  const { data: sample } = useQuery(sampleDataQuery(id));
  // What sample data brought is nobody's first step.
  const ownOf: Own = (page) => page?.data.find(({ application }) => application !== sample?.application);
  const refetchInterval = ({ state }: Pick<Query, "state">) =>
    ownOf(state.data as Parameters<Own>[0]) ? false : pauseOf(waitMs);
  const endpoints = useQuery(endpointsQuery(id, checklistFilters.endpoints));
  const apiKeys = useQuery(apiKeysQuery(id, checklistFilters.apiKeys));
  const events = useQuery({ ...eventsQuery(id, checklistFilters.events), refetchInterval });
  const delivered = useQuery({ ...deliveriesQuery(id, checklistFilters.delivered), refetchInterval });
  if (!sample || !endpoints.data || !apiKeys.data || !events.data || !delivered.data) return undefined;
  return stepsOf(slug, {
    endpointId: ownOf(endpoints.data)?.id,
    hasKey: apiKeys.data.data.length > 0,
    hasEvent: ownOf(events.data) !== undefined,
    hasDelivery: ownOf(delivered.data) !== undefined,
  });
}

type Listed = { id: string; application: string };
type Own = (page: { data: readonly Listed[] } | undefined) => Listed | undefined;

const waitMs = 3_000;

type Facts = { endpointId: string | undefined; hasKey: boolean; hasEvent: boolean; hasDelivery: boolean };

function stepsOf(slug: string, { endpointId, hasKey, hasEvent, hasDelivery }: Facts): ChecklistStep[] {
  return [
    {
      title: "Create an endpoint",
      why: "The URL that receives your webhooks.",
      action: "Create endpoint",
      href: `/${slug}/endpoints/new`,
      isDone: endpointId !== undefined,
    },
    {
      title: "Create an API key",
      why: "Your backend posts events with it.",
      action: "Create key",
      href: `/${slug}/developers`,
      isDone: hasKey,
    },
    {
      title: "Send an event",
      why: "With curl or your language, or as a test from the endpoint's page.",
      action: "Send an event",
      href: endpointId ? `/${slug}/endpoints/${endpointId}/test` : `/${slug}/developers`,
      isDone: hasEvent,
    },
    {
      title: "See it delivered",
      why: "Every attempt is on record, with request and response.",
      action: "Watch deliveries",
      href: `/${slug}/deliveries`,
      isDone: hasDelivery,
    },
  ];
}
