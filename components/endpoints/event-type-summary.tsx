/** "All event types", "invoice.paid", or "invoice.paid and 3 more", all of them on hover. */
export function EventTypeSummary({ patterns }: { patterns: readonly string[] }) {
  if (patterns.includes("*")) return <span className="text-muted">All event types</span>;
  const [first, ...rest] = patterns;
  return (
    <span className="flex min-w-0 items-baseline gap-1.5" title={patterns.join(", ")}>
      <span className="truncate font-mono">{first}</span>
      {rest.length > 0 ? <span className="shrink-0 text-muted">and {rest.length} more</span> : null}
    </span>
  );
}
