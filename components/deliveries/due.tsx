"use client";

import { Countdown } from "#components/ui/countdown.tsx";
import { useClock } from "#components/ui/use-clock.ts";

/** "in 4 m 12 s", and "due" from then on: a lane that is held back lets its deliveries wait. */
export function Due({ at }: { at: string }) {
  const isDue = useIsDue(at);
  if (isDue) return "due";
  return (
    <>
      in <Countdown to={at} />
    </>
  );
}

/** Whether a moment is over by at least so many seconds. */
export function useIsDue(at: string | null, bySeconds = 0): boolean {
  const moment = at === null ? Number.POSITIVE_INFINITY : Date.parse(at) + bySeconds * 1000;
  return useClock((now) => now.getTime() >= moment);
}
