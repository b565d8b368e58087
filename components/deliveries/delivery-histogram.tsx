"use client";

import { useQuery } from "@tanstack/react-query";
import { ChartSkeleton } from "#components/charts/chart-skeleton.tsx";
import { HistogramChart, histogramHeight } from "#components/charts/histogram-chart.tsx";
import { Card, CardBody } from "#components/ui/card.tsx";
import { statuses } from "#components/ui/status.ts";
import type { TimeRange } from "#components/ui/time-range.ts";
import type { DeliveryFilter } from "#lib/client/deliveries.ts";
import { deliveryHistogramQuery } from "#lib/client/histogram.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { DeliveryHistogram as Histogram } from "#lib/contracts/histogram.ts";

export interface DeliveryHistogramProps {
  filter: DeliveryFilter;
  onZoom: (range: TimeRange) => void;
}

/** When the deliveries of a log were made and how they stand; nothing where the log has no window of time. */
export function DeliveryHistogram({ filter, onZoom }: DeliveryHistogramProps) {
  if (filter.lastSeconds === undefined && filter.since === undefined) return null;
  return (
    <Card>
      <CardBody className="py-3">
        <Strip filter={filter} onZoom={onZoom} />
      </CardBody>
    </Card>
  );
}

function Strip({ filter, onZoom }: DeliveryHistogramProps) {
  const { id } = useTenant();
  const query = useQuery(deliveryHistogramQuery(id, filter));
  if (query.data && !query.isError) {
    return (
      <HistogramChart
        label="Deliveries over time"
        buckets={bucketsOf(query.data)}
        series={series}
        stepSeconds={query.data.stepSeconds}
        onSelect={onZoom}
        emptyText="No deliveries in this window"
      />
    );
  }
  if (query.isPending) return <ChartSkeleton height={histogramHeight + legendHeight} />;
  return (
    <p role="status" className="text-muted text-sm">
      Too much to count at once. Narrow the time range to see when these deliveries were made.
    </p>
  );
}

function bucketsOf({ buckets }: Histogram) {
  return buckets.map(({ startsAt, isCut, ...counts }) => ({ start: startsAt, isCut, counts }));
}

const legendHeight = 32;

/** Bottom to top: what is well lies low, what is wrong lies on top where it shows. */
const series = [
  { key: "delivered", label: "Delivered", color: "var(--delivered-solid)" },
  { key: "canceled", label: "Canceled", color: statuses.canceled.solid },
  { key: "open", label: "Open", color: "var(--retrying-solid)" },
  { key: "failed", label: "Failed", color: "var(--failed-solid)" },
] as const;
