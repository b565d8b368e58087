"use client";

import { useSyncExternalStore } from "react";
import { type Preferences, preferences as shape, usualPreferences } from "#lib/contracts/preferences.ts";
import type { Kept } from "./use-account-preferences.ts";

/** What this browser keeps by itself, for whoever has no account here: readers of the docs and people in a portal. */
export function useBrowserPreferences(): Kept {
  const preferences = useSyncExternalStore(subscribe, read, () => usualPreferences);
  return {
    preferences,
    change: (changes) => keep({ ...preferences, ...changes }),
  };
}

const storageKey = "posthorn:preferences";
const listeners = new Set<() => void>();
let known: { text: string | null; preferences: Preferences } | undefined;

function read(): Preferences {
  const text = stored();
  // React asks again and again and takes another object for a change.
  const isSame = text === undefined || text === known?.text;
  const latest = known && isSame ? known : { text: text ?? null, preferences: parse(text) };
  known = latest;
  return latest.preferences;
}

function keep(preferences: Preferences): void {
  const text = JSON.stringify(preferences);
  known = { text, preferences };
  try {
    localStorage.setItem(storageKey, text);
  } catch {
    // Browsers may refuse storage to a frame; then the choice lasts as long as the page.
  }
  for (const tell of listeners) tell();
}

/** What is stored; undefined where the browser refuses to say. */
function stored(): string | null | undefined {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return undefined;
  }
}

function parse(text: string | null | undefined): Preferences {
  try {
    return text ? shape.parse(JSON.parse(text)) : usualPreferences;
  } catch {
    return usualPreferences;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}
