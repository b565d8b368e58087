import { formatCount, formatDuration, formatNumber, formatPercent } from "#components/ui/format.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { StatTile } from "#components/ui/stat-tile.tsx";
import type { Stats } from "#lib/contracts/stats.ts";
import { attemptCount, successShare, successTone } from "./attempt-stats.ts";

/** Volume, success rate and latency of a window, as three tiles of a grid; skeletons while there are no totals. */
export function StatsTiles({ totals }: { totals: Stats["totals"] | undefined }) {
  if (!totals) {
    return ["Delivered", "Success rate", "Response time, p95"].map((label) => (
      <StatTile key={label} label={label} value={<Skeleton className="my-1.5 h-6 w-24" />} note="&nbsp;" />
    ));
  }
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
