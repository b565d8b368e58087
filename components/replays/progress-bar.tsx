import { cn } from "#components/ui/cn.ts";
import { formatNumber } from "#components/ui/format.ts";
import { statuses } from "#components/ui/status.ts";
import type { Replay } from "#lib/contracts/replays.ts";
import { leftOf, partsOf } from "./progress.ts";

export interface ProgressBarProps {
  replay: Replay;
  label: string;
  className?: string;
}

/** A replay's progress: what became of each share, in the colours of the states; the empty end is still to come. */
export function ProgressBar({ replay, label, className }: ProgressBarProps) {
  const total = Math.max(1, replay.total ?? 0);
  const done = total - leftOf(replay);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={replay.total === null ? undefined : done}
      aria-valuetext={replay.total === null ? "Counting" : textOf(replay)}
      className={cn("flex h-2 w-full gap-px overflow-hidden rounded-full bg-pressed", className)}
    >
      {partsOf(replay)
        .filter(({ count }) => count > 0)
        .map(({ key, status, count }) => (
          <span
            key={key}
            className="h-full min-w-0.5"
            style={{ width: `${(count / total) * 100}%`, backgroundColor: statuses[status].solid }}
          />
        ))}
    </div>
  );
}

function textOf(replay: Replay): string {
  const parts = partsOf(replay).filter(({ count }) => count > 0);
  const words = parts.map(({ word, count }) => `${formatNumber(count)} ${word.toLowerCase()}`);
  return [`${formatNumber(replay.opened)} of ${formatNumber(replay.total ?? 0)} opened`, ...words].join(", ");
}
