"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ChartSkeleton } from "#components/charts/chart-skeleton.tsx";
import { VolumeChart } from "#components/charts/volume-chart.tsx";
import { volumeBuckets } from "#components/dashboard/attempt-stats.ts";
import { ChartRangeControl, statsWindow, useChartRange } from "#components/dashboard/chart-range.tsx";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { serializeRange } from "#components/ui/time-range.ts";
import { statsQuery } from "#lib/client/stats.ts";
import { useTenant } from "#lib/client/tenant.tsx";

/** Attempts of one event type over time. */
export function EventTypeVolume({ name }: { name: string }) {
  const { id } = useTenant();
  const [range] = useChartRange();
  const query = useQuery(statsQuery(id, { eventType: name, ...statsWindow(range) }));
  return (
    <Card className="lg:col-span-2">
      <CardHeader
        title="Volume"
        description="Attempts by outcome. Choose a bar to see its deliveries."
        actions={<ChartRangeControl />}
      />
      <CardBody>
        {query.isError && !query.data ? (
          <LoadFailure error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Volume name={name} stats={query.data} />
        )}
      </CardBody>
    </Card>
  );
}

type Stats = Parameters<typeof volumeBuckets>[0];

function Volume({ name, stats }: { name: string; stats: Stats | undefined }) {
  const { slug } = useTenant();
  const router = useRouter();
  if (!stats) return <ChartSkeleton height={252} />;
  const open = (range: { since: Date; until: Date }) => {
    const search = new URLSearchParams({ type: name, range: serializeRange(range) });
    router.push(`/${slug}/deliveries?${search}`);
  };
  return (
    <VolumeChart
      label={`Attempts of ${name}`}
      buckets={volumeBuckets(stats)}
      stepSeconds={stats.stepSeconds}
      onSelect={open}
      emptyText="Nothing of this type was sent in this window"
    />
  );
}
