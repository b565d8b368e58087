import { cn } from "#components/ui/cn.ts";

/** The shape of a chart to come, in its final height. */
export function ChartSkeleton({ height = 220, className }: { height?: number | string; className?: string }) {
  return (
    <div
      aria-busy="true"
      style={{ height }}
      className={cn("flex items-end gap-1.5 border-line border-b pb-px", className)}
    >
      {shape.map((share, place) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no identity
          key={place}
          aria-hidden
          className="flex-1 animate-shimmer rounded-t-sm bg-[linear-gradient(100deg,var(--hover)_40%,var(--pressed)_50%,var(--hover)_60%)] bg-[length:240%_100%]"
          style={{ height: `${share}%` }}
        />
      ))}
    </div>
  );
}

const shape = [
  34, 42, 38, 51, 60, 55, 47, 63, 70, 58, 49, 44, 52, 66, 74, 61, 53, 40, 36, 45, 57, 64, 50, 43,
];
