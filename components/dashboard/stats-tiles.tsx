import type { UseQueryResult } from "@tanstack/react-query";
import { formatCount, formatDuration, formatNumber, formatPercent } from "#components/ui/format.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { StatTile } from "#components/ui/stat-tile.tsx";
import type { Stats } from "#lib/contracts/stats.ts";
import { attemptCount, successShare, successTone } from "./attempt-stats.ts";

const labels = ["Delivered", "Success rate", "Response time, p95"];

export interface StatsTilesProps {
  query: Pick<UseQueryResult<Stats>, "data" | "isError">;
}

/** Volume, success rate and latency of a window, as three tiles of a grid. */
export function StatsTiles({ query: { data, isError } }: StatsTilesProps) {
  if (data) return <FilledTiles totals={data.totals} />;
  return labels.map((label) => <EmptyTile key={label} label={label} isError={isError} />);
}

/** A tile whose number is still to come, or did not. */
export function EmptyTile({ label, isError }: { label: string; isError: boolean }) {
  if (isError) return <StatTile label={label} value="–" note="Did not load" />;
  return <StatTile label={label} value={<Skeleton className="my-1.5 h-6 w-20" />} note="&nbsp;" />;
}

function FilledTiles({ totals }: { totals: Stats["totals"] }) {
  const share = successShare(totals);
  return (
    <>
      <StatTile
        label="Delivered"
        value={formatNumber(totals.delivered, { compact: true })}
        note={`${formatNumber(totals.failed)} failed for good`}
      />
      <StatTile
        label="Success rate"
        value={share === null ? "–" : formatPercent(share)}
        tone={successTone(share)}
        note={share === null ? "Nothing was sent" : `of ${formatCount(attemptCount(totals), "attempt")}`}
      />
      <StatTile
        label="Response time, p95"
        value={totals.p95Ms === null ? "–" : formatDuration(totals.p95Ms)}
        note={totals.p50Ms === null ? "Nothing was measured" : `half within ${formatDuration(totals.p50Ms)}`}
      />
    </>
  );
}
