import { cn } from "#components/ui/cn.ts";
import { type VolumeBucket, volumeSeries, volumeSummary, volumeTotals } from "./volume.ts";

export interface SparklineProps {
  /** Names the chart: "Last 24 hours". */
  label: string;
  /** Usually 24, oldest first; a bucket in which nothing happened has zeros and shows as a dot on the base line. */
  buckets: readonly Omit<VolumeBucket, "start">[];
  className?: string;
}

const barWidth = 4;
const gap = 2;
const height = 28;

/** A row of tiny stacked bars, as tall as the tallest; for table cells and tiles. */
export function Sparkline({ label, buckets, className }: SparklineProps) {
  const tallest = Math.max(1, ...buckets.map((bucket) => bucket.delivered + bucket.retrying + bucket.failed));
  const width = buckets.length * (barWidth + gap) - gap;
  const summary = volumeSummary(label, volumeTotals(buckets.map((bucket) => ({ start: "", ...bucket }))));
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      className={cn("h-7 w-36", className)}
    >
      <title>{summary}</title>
      {buckets.map((bucket, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time
        <Stack key={place} bucket={bucket} x={place * (barWidth + gap)} scale={height / tallest} />
      ))}
    </svg>
  );
}

interface StackProps {
  bucket: SparklineProps["buckets"][number];
  x: number;
  scale: number;
}

function Stack({ bucket, x, scale }: StackProps) {
  const total = bucket.delivered + bucket.retrying + bucket.failed;
  if (total === 0) return <rect x={x} y={height - 1} width={barWidth} height={1} fill="var(--control)" />;
  let top = height;
  return volumeSeries.map(({ key, color }) => {
    // One failure among a thousand must still be seen.
    const tall = bucket[key] === 0 ? 0 : Math.max(2, bucket[key] * scale);
    top -= tall;
    return tall === 0 ? null : (
      <rect key={key} x={x} y={Math.max(0, top)} width={barWidth} height={tall} fill={color} />
    );
  });
}
