"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowRight, Layers, Search, Tags, Webhook } from "lucide-react";
import { shortenUrl } from "#components/deliveries/shorten-url.ts";
import { shortenMiddle } from "#components/ui/format.ts";
import { applicationsQuery } from "#lib/client/applications.ts";
import { endpointsQuery } from "#lib/client/endpoints.ts";
import { eventTypesQuery } from "#lib/client/event-types.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Command } from "./command.ts";
import { placeOfId } from "./place-of-id.ts";

const limit = 5;

/** What the tenant holds that goes by this text, the object of an id before all else. */
export function useFound(query: string): Command[] {
  const { slug } = useTenant();
  const byName = useNamed(query);
  const place = placeOfId(slug, query);
  if (place) {
    return [
      { label: `Open ${place.noun} ${shortenMiddle(query.trim())}`, href: place.href, icon: <ArrowRight /> },
    ];
  }
  return query.trim() === "" ? [] : [...byName, ...inLogs(slug, query.trim())];
}

function useNamed(query: string): Command[] {
  const { id, slug } = useTenant();
  const q = query.trim();
  const enabled = q !== "" && !placeOfId(slug, q);
  const endpoints = useQuery({ ...endpointsQuery(id, { q, limit }), enabled });
  const eventTypes = useQuery({ ...eventTypesQuery(id, { q, limit }), enabled });
  const applications = useQuery({ ...applicationsQuery(id, { q, limit }), enabled });
  return [
    ...(endpoints.data?.data ?? []).map((endpoint) => {
      const { host, path } = shortenUrl(endpoint.url);
      const hint = endpoint.description || "Endpoint";
      return { label: host + path, hint, href: `/${slug}/endpoints/${endpoint.id}`, icon: <Webhook /> };
    }),
    ...(eventTypes.data?.data ?? []).map(({ name, description }) => ({
      label: name,
      hint: description || "Event type",
      href: `/${slug}/event-types/${encodeURIComponent(name)}`,
      icon: <Tags />,
    })),
    ...(applications.data?.data ?? []).map((application) => ({
      label: application.name,
      hint: `Application ${application.uid}`,
      href: `/${slug}/applications/${application.id}`,
      icon: <Layers />,
    })),
  ];
}

/** Logs are searched by `field:value` or by the producer's own event id, never by plain words. */
function inLogs(slug: string, q: string): Command[] {
  if (!/[:\d]/.test(q)) return [];
  const search = encodeURIComponent(q);
  const hint = q.includes(":") ? "Field of the payload" : "Your own event id";
  return [
    { label: `Deliveries with ${q}`, hint, href: `/${slug}/deliveries?q=${search}`, icon: <Search /> },
    { label: `Events with ${q}`, hint, href: `/${slug}/events?q=${search}`, icon: <Search /> },
  ];
}
