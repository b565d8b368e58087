"use client";

import { useQuery } from "@tanstack/react-query";
import { LogHistogram } from "#components/log/log-histogram.tsx";
import { statuses } from "#components/ui/status.ts";
import type { TimeRange } from "#components/ui/time-range.ts";
import type { DeliveryFilter } from "#lib/client/deliveries.ts";
import { deliveryHistogramQuery } from "#lib/client/histogram.ts";
import { useTenant } from "#lib/client/tenant.tsx";

export interface DeliveryHistogramProps {
  filter: DeliveryFilter;
  onZoom: (range: TimeRange) => void;
}

/** When the deliveries of a log were made and how they stand; nothing where the log has no window of time. */
export function DeliveryHistogram({ filter, onZoom }: DeliveryHistogramProps) {
  const { id } = useTenant();
  const hasWindow = filter.lastSeconds !== undefined || filter.since !== undefined;
  const query = useQuery({ ...deliveryHistogramQuery(id, filter), enabled: hasWindow });
  if (!hasWindow) return null;
  return <LogHistogram query={query} things="deliveries" series={series} onSelect={onZoom} />;
}

/** Bottom to top: what is well lies low, what is wrong lies on top where it shows. */
const series = [
  { key: "delivered", label: "Delivered", color: "var(--delivered-solid)" },
  { key: "canceled", label: "Canceled", color: statuses.canceled.solid },
  { key: "open", label: "Open", color: "var(--retrying-solid)" },
  { key: "failed", label: "Failed", color: "var(--failed-solid)" },
] as const;
