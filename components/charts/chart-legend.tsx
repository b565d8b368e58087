export interface LegendEntry {
  label: string;
  /** A CSS colour. */
  color: string;
  /** The number that stands for the whole window, formatted. */
  value?: string;
  /** How the line is drawn; without it the mark is a square. */
  line?: "solid" | "dashed";
}

/** The key of a chart, with the numbers in it, so that nobody must add up bars. */
export function ChartLegend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {entries.map((entry) => (
        <li key={entry.label} className="flex items-center gap-2">
          <LegendMark entry={entry} />
          <span className="text-muted">{entry.label}</span>
          {entry.value ? <span className="font-medium text-ink">{entry.value}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function LegendMark({ entry }: { entry: LegendEntry }) {
  if (entry.line) {
    return (
      <span
        aria-hidden
        className="w-3.5 border-t-2"
        style={{ borderColor: entry.color, borderStyle: entry.line }}
      />
    );
  }
  return <span aria-hidden className="size-2.5 rounded-[3px]" style={{ backgroundColor: entry.color }} />;
}
