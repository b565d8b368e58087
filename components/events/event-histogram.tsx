"use client";

import { useQuery } from "@tanstack/react-query";
import { LogHistogram } from "#components/log/log-histogram.tsx";
import type { TimeRange } from "#components/ui/time-range.ts";
import type { EventFilter } from "#lib/client/events.ts";
import { eventHistogramQuery } from "#lib/client/histogram.ts";
import { useTenant } from "#lib/client/tenant.tsx";

export interface EventHistogramProps {
  filter: EventFilter;
  onZoom: (range: TimeRange) => void;
}

/** When the events of the log were made; nothing where the log has no window of time. */
export function EventHistogram({ filter, onZoom }: EventHistogramProps) {
  const { id } = useTenant();
  const hasWindow = filter.lastSeconds !== undefined || filter.since !== undefined;
  const query = useQuery({ ...eventHistogramQuery(id, filter), enabled: hasWindow });
  if (!hasWindow) return null;
  return <LogHistogram query={query} things="events" series={series} onSelect={onZoom} />;
}

const series = [{ key: "events", label: "Events", color: "var(--pending-solid)" }] as const;
