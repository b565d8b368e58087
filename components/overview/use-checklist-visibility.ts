"use client";

import { useSyncExternalStore } from "react";
import { useTenant } from "#lib/client/tenant.tsx";

/** "dismissed": put away by hand, can come back. "done": nothing is left to do. "unknown": on the server. */
export type ChecklistVisibility = "open" | "dismissed" | "done" | "unknown";

/** Whether the checklist is to be seen, remembered by the browser for each tenant. */
export function useChecklistVisibility() {
  const key = `posthorn:checklist:${useTenant().id}`;
  const visibility = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => "unknown" as const,
  );
  const set = (next: "open" | "dismissed" | "done") => {
    localStorage.setItem(key, next);
    for (const tell of listeners) tell();
  };
  return { visibility, set };
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(key: string): ChecklistVisibility {
  const stored = localStorage.getItem(key);
  return stored === "dismissed" || stored === "done" ? stored : "open";
}
