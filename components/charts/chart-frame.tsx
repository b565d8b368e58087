import { type ReactNode, useId } from "react";
import { cn } from "#components/ui/cn.ts";
import { ChartLegend, type LegendEntry } from "./chart-legend.tsx";

export interface ChartFrameProps {
  /** Names the chart. */
  label: string;
  /** What the chart shows, in one sentence, for those who do not see it. */
  summary: string;
  legend?: readonly LegendEntry[];
  /** Height of the plot in pixels; kept while loading and when empty. */
  height: number;
  /** Shown over the axes when there is nothing to draw. */
  emptyText?: string | undefined;
  children: ReactNode;
}

/** What every chart has around its plot: a name, a summary, a legend with numbers, a fixed height. */
export function ChartFrame({ label, summary, legend = [], height, emptyText, children }: ChartFrameProps) {
  const summaryId = useId();
  return (
    <figure aria-label={label} aria-describedby={summaryId} className="min-w-0">
      {legend.length > 0 ? <ChartLegend entries={legend} /> : null}
      <p id={summaryId} className="sr-only">
        {summary}
      </p>
      <div
        className={cn("relative [&_svg]:overflow-visible", emptyText && "[&_.animate-shimmer]:hidden")}
        style={{ height }}
      >
        {children}
        {emptyText ? (
          <p className="pointer-events-none absolute inset-0 flex items-center justify-center pb-6 text-base text-muted">
            <span className="rounded-md bg-surface px-3 py-1">{emptyText}</span>
          </p>
        ) : null}
      </div>
    </figure>
  );
}
