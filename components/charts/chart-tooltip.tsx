import type { LegendEntry } from "./chart-legend.tsx";

/** What stands under the pointer or the arrow keys. */
export function ChartTooltip({ title, entries }: { title: string; entries: readonly LegendEntry[] }) {
  return (
    <div className="min-w-36 rounded-md border border-line bg-raised px-2.5 py-2 text-ink text-xs shadow-float">
      <p className="mb-1 text-muted">{title}</p>
      <dl className="flex flex-col gap-0.5">
        {entries.map((entry) => (
          <div key={entry.label} className="flex items-center gap-2">
            <span aria-hidden className="size-2 rounded-[2px]" style={{ backgroundColor: entry.color }} />
            <dt className="text-muted">{entry.label}</dt>
            <dd className="ml-auto pl-3 font-medium tabular-nums">{entry.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
