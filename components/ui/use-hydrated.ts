"use client";

import { useSyncExternalStore } from "react";

/** Whether React has taken the page over: false on the server and in the first draw. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}

function neverChanges(): () => void {
  return () => undefined;
}
