import { elapsedOf, formatSpan } from "./span.ts";

/** A schedule to read: each attempt, the wait before it, and when that is. */
export function RetrySteps({ schedule }: { schedule: readonly number[] }) {
  const elapsed = elapsedOf(schedule);
  return (
    <ol aria-label="Retry schedule" className="divide-y divide-line rounded-md border border-line text-sm">
      <Step number={1} wait="At once" elapsed="" />
      {schedule.map((wait, place) => (
        <Step
          // biome-ignore lint/suspicious/noArrayIndexKey: a wait is its place in the schedule
          key={place}
          number={place + 2}
          wait={`after ${formatSpan(wait)}`}
          elapsed={`${formatSpan(elapsed[place] ?? 0)} in`}
        />
      ))}
    </ol>
  );
}

function Step({ number, wait, elapsed }: { number: number; wait: string; elapsed: string }) {
  return (
    <li className="flex items-baseline gap-4 px-3 py-1.5">
      <span className="w-20 shrink-0 text-muted">Attempt {number}</span>
      <span className="flex-1">{wait}</span>
      <span className="text-faint tabular-nums">{elapsed}</span>
    </li>
  );
}
