"use client";

import { useSyncExternalStore } from "react";
import type { Endpoint } from "#lib/contracts/endpoints.ts";

const key = "posthorn-dismissed";
const maxDismissed = 200;
const listeners = new Set<() => void>();

/** Which endpoints were put away in this browser, each until its trouble is another one. */
export function useDismissed() {
  const text = useSyncExternalStore(subscribe, read, () => "[]");
  const dismissed = new Set<unknown>(parse(text));
  return {
    isDismissed: (endpoint: Endpoint) => dismissed.has(troubleKey(endpoint)),
    dismiss: (endpoint: Endpoint) => write([...dismissed, troubleKey(endpoint)].slice(-maxDismissed)),
  };
}

/** Changes when the endpoint's trouble does. */
function troubleKey({ id, state, failingSince, disabledAt }: Endpoint): string {
  return [id, state, disabledAt ?? failingSince ?? ""].join(" ");
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function read(): string {
  try {
    return window.localStorage.getItem(key) ?? "[]";
  } catch {
    return "[]";
  }
}

function parse(text: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function write(dismissed: unknown[]): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(dismissed));
  } catch {
    // Without storage nothing can be put away.
  }
  for (const listener of listeners) listener();
}
