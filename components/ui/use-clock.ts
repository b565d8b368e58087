"use client";

import { useSyncExternalStore } from "react";

/** Reads the clock every second and renders again only when what `read` returns has changed. */
export function useClock<Reading extends string | number | boolean>(read: (now: Date) => Reading): Reading {
  const snapshot = () => read(new Date());
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

// One timer for the whole page, however many times it shows.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const tell of listeners) tell();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
