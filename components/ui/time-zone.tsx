"use client";

import { createContext, type ReactNode, use } from "react";

const TimeZoneContext = createContext<string | undefined>(undefined);

/** Says in which zone times are shown below; without one it is the browser's. */
export function TimeZoneProvider({
  timeZone,
  children,
}: {
  timeZone: string | undefined;
  children: ReactNode;
}) {
  return <TimeZoneContext value={timeZone}>{children}</TimeZoneContext>;
}

/** The zone the person asked for, or undefined for the browser's own. */
export function useTimeZone(): string | undefined {
  return use(TimeZoneContext);
}
