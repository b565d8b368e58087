"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import type { TimeStyle } from "./format-time.ts";

const TimeStyleContext = createContext<TimeStyle>({ timeZone: "UTC", clock: "24h" });

/** Says in which zone and by which clock times are shown below. */
export function TimeStyleProvider({ timeZone, clock, children }: TimeStyle & { children: ReactNode }) {
  const value = useMemo(() => ({ timeZone, clock }), [timeZone, clock]);
  return <TimeStyleContext value={value}>{children}</TimeStyleContext>;
}

/** The zone and the clock in which the person reads times; the same on the server and in the first draw. */
export function useTimeStyle(): TimeStyle {
  return use(TimeStyleContext);
}
