"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ChartSkeleton } from "#components/charts/chart-skeleton.tsx";
import { LatencyChart } from "#components/charts/latency-chart.tsx";
import { RateChart } from "#components/charts/rate-chart.tsx";
import { VolumeChart } from "#components/charts/volume-chart.tsx";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { serializeRange } from "#components/ui/time-range.ts";
import type { Stats } from "#lib/contracts/stats.ts";
import { latencyBuckets, rateBuckets, successShare, volumeBuckets } from "./attempt-stats.ts";

export interface StatsChartsProps {
  query: UseQueryResult<Stats>;
  /** The log that a chosen bar opens; its window is added as `range`. */
  logHref: string;
}

/** Volume by outcome, success rate and latency of one window. */
export function StatsCharts({ query, logHref }: StatsChartsProps) {
  if (query.isError && !query.data) {
    return (
      <Card>
        <LoadFailure error={query.error} onRetry={() => void query.refetch()} />
      </Card>
    );
  }
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card className="lg:col-span-2">
        <CardHeader
          title="Attempts"
          description="Every request we made, by outcome. Choose a bar to see its deliveries."
        />
        <CardBody>
          {query.data ? <Volume stats={query.data} logHref={logHref} /> : <ChartSkeleton height={252} />}
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="Success rate" />
        <CardBody>{query.data ? <Rate stats={query.data} /> : <ChartSkeleton height={212} />}</CardBody>
      </Card>
      <Card>
        <CardHeader title="Response time" />
        <CardBody>{query.data ? <Latency stats={query.data} /> : <ChartSkeleton height={212} />}</CardBody>
      </Card>
    </div>
  );
}

function Volume({ stats, logHref }: { stats: Stats; logHref: string }) {
  const router = useRouter();
  return (
    <VolumeChart
      label="Attempts"
      buckets={volumeBuckets(stats)}
      stepSeconds={stats.stepSeconds}
      onSelect={(range) => router.push(withRange(logHref, serializeRange(range)))}
      emptyText="Nothing was sent in this window"
    />
  );
}

function Rate({ stats }: { stats: Stats }) {
  return (
    <RateChart
      label="Delivered attempts"
      buckets={rateBuckets(stats)}
      stepSeconds={stats.stepSeconds}
      overall={successShare(stats.totals)}
    />
  );
}

function Latency({ stats }: { stats: Stats }) {
  const { p50Ms, p95Ms } = stats.totals;
  return (
    <LatencyChart
      label="Response time"
      buckets={latencyBuckets(stats)}
      stepSeconds={stats.stepSeconds}
      overall={{ p50: p50Ms, p95: p95Ms }}
    />
  );
}

function withRange(href: string, range: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}range=${encodeURIComponent(range)}`;
}
