"use client";

import { useEffect } from "react";
import { Tooltip, type TooltipContentProps } from "recharts";
import { useTimeStyle } from "#components/ui/time-style.tsx";
import { bucketTitle } from "./bucket-time.ts";
import type { LegendEntry } from "./chart-legend.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";

export interface BucketTooltipProps<Bucket extends { start: string }> {
  stepSeconds: number;
  /** The lines under the bucket's time. */
  entries: (bucket: Bucket) => readonly LegendEntry[];
  /** Told which bucket is shown, as its start, or undefined for none. */
  onShow?: ((start: string | undefined) => void) | undefined;
  cursor: Record<string, string | number>;
}

/** Shows one bucket, for the pointer and for the arrow keys. */
export function BucketTooltip<Bucket extends { start: string }>({
  cursor,
  ...props
}: BucketTooltipProps<Bucket>) {
  return (
    <Tooltip
      isAnimationActive={false}
      // A bucket of which nothing is known says so.
      filterNull={false}
      cursor={cursor}
      content={(shown) => <Content {...props} shown={shown} />}
    />
  );
}

type ContentProps<Bucket extends { start: string }> = Omit<BucketTooltipProps<Bucket>, "cursor"> & {
  shown: Pick<TooltipContentProps, "active" | "payload">;
};

function Content<Bucket extends { start: string }>({
  shown,
  stepSeconds,
  entries,
  onShow,
}: ContentProps<Bucket>) {
  const style = useTimeStyle();
  const bucket: Bucket | undefined = shown.active ? shown.payload[0]?.payload : undefined;
  const start = bucket?.start;
  useEffect(() => onShow?.(start), [onShow, start]);
  if (!bucket) return null;
  return <ChartTooltip title={bucketTitle(bucket.start, stepSeconds, style)} entries={entries(bucket)} />;
}
