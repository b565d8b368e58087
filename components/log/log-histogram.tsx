"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { ChartSkeleton } from "#components/charts/chart-skeleton.tsx";
import {
  type HistogramBucket,
  HistogramChart,
  type HistogramChartProps,
  histogramHeight,
} from "#components/charts/histogram-chart.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardBody } from "#components/ui/card.tsx";
import { messageOf } from "#lib/client/form-errors.ts";

type Histogram = { stepSeconds: number; buckets: readonly CountedBucket[] };
type CountedBucket = { startsAt: string; isCut: boolean };

export interface LogHistogramProps<Counted extends Histogram>
  extends Pick<HistogramChartProps, "series" | "onSelect"> {
  query: Pick<UseQueryResult<Counted>, "data" | "error" | "isError" | "isPending" | "refetch">;
  /** What is counted, in the plural: "deliveries". */
  things: string;
}

/** When the rows that a log's filter finds were made, over the log: a bar or a span that is drawn narrows it down. */
export function LogHistogram<Counted extends Histogram>(props: LogHistogramProps<Counted>) {
  return (
    <Card>
      <CardBody className="py-3">
        <Strip {...props} />
      </CardBody>
    </Card>
  );
}

function Strip<Counted extends Histogram>({ query, things, series, onSelect }: LogHistogramProps<Counted>) {
  if (query.data && !query.isError) {
    return (
      <HistogramChart
        label={`${things.charAt(0).toUpperCase()}${things.slice(1)} over time`}
        buckets={query.data.buckets.map(toBucket)}
        series={series}
        stepSeconds={query.data.stepSeconds}
        onSelect={onSelect}
        emptyText={`No ${things} in this window`}
      />
    );
  }
  if (query.isPending) return <ChartSkeleton height={histogramHeight + legendHeight} />;
  return (
    <div role="status" className="flex flex-wrap items-center gap-3 text-muted text-sm">
      <p>
        The {things} were not counted. {messageOf(query.error)}
      </p>
      <Button size="sm" onClick={() => void query.refetch()}>
        Try again
      </Button>
    </div>
  );
}

function toBucket({ startsAt, isCut, ...counts }: CountedBucket): HistogramBucket {
  return { start: startsAt, isCut, counts };
}

const legendHeight = 32;
