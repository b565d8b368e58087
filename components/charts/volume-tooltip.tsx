"use client";

import { useEffect } from "react";
import type { TooltipContentProps } from "recharts";
import { formatNumber } from "#components/ui/format.ts";
import { useTimeZone } from "#components/ui/time-zone.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { bucketTitle } from "./time-axis.ts";
import { type VolumeBucket, volumeSeries } from "./volume.ts";

type VolumeTooltipProps = Pick<TooltipContentProps, "active" | "payload"> & {
  stepSeconds: number;
  onShow: (start: string | undefined) => void;
};

export function VolumeTooltip({ active, payload, stepSeconds, onShow }: VolumeTooltipProps) {
  const timeZone = useTimeZone();
  const bucket: VolumeBucket | undefined = active ? payload[0]?.payload : undefined;
  const start = bucket?.start;
  useEffect(() => onShow(start), [onShow, start]);
  if (!bucket) return null;
  const entries = [...volumeSeries].reverse().map(({ key, label, color }) => ({
    label,
    color,
    value: formatNumber(bucket[key]),
  }));
  return <ChartTooltip title={bucketTitle(bucket.start, stepSeconds, timeZone)} entries={entries} />;
}
