import type { Delivery } from "#lib/contracts/deliveries.ts";

type Counted = Pick<Delivery, "attemptCount" | "scheduleAttempts" | "maxAttempts">;

/** "3 of 10": how much of the retry schedule is used up since the last resend; all attempts on hover. */
export function AttemptCount({ delivery }: { delivery: Counted }) {
  const { attemptCount, scheduleAttempts, maxAttempts } = delivery;
  if (attemptCount === 0) return <span className="text-faint">–</span>;
  const isOneRun = attemptCount === scheduleAttempts;
  return (
    <span className="whitespace-nowrap" title={isOneRun ? undefined : `${attemptCount} attempts in all`}>
      {scheduleAttempts}
      <span className="text-faint"> of {maxAttempts}</span>
    </span>
  );
}
