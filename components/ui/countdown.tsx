"use client";

import { formatDuration } from "./format.ts";
import { useClock } from "./use-clock.ts";

export interface CountdownProps {
  to: string | Date;
  /** Shown once the moment has come. */
  done?: string;
  className?: string;
}

/** "4 m 12 s", counting down each second. */
export function Countdown({ to, done = "now", className }: CountdownProps) {
  const moment = new Date(to).getTime();
  const secondsLeft = useClock((now) => Math.max(0, Math.ceil((moment - now.getTime()) / 1000)));
  return (
    <time dateTime={new Date(moment).toISOString()} className={className} suppressHydrationWarning>
      {secondsLeft === 0 ? done : secondsLeft < 60 ? `${secondsLeft} s` : formatDuration(secondsLeft * 1000)}
    </time>
  );
}
