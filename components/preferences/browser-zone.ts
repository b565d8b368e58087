"use client";

import { useEffect, useSyncExternalStore } from "react";
import { zoneCookie } from "./zone-cookie.ts";

/** The zone of the browser. The server and the first draw go by the one that was last noted, so that they agree. */
export function useBrowserZone(lastZone: string | undefined): string {
  return useSyncExternalStore(neverChanges, readZone, () => lastZone ?? "UTC");
}

/** Notes the browser's zone for a year, where the server can read it before it draws. */
export function useNotedZone(isAllowed = true): void {
  useEffect(() => {
    if (!isAllowed) return;
    const value = encodeURIComponent(readZone());
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox ESR
    document.cookie = `${zoneCookie}=${value}; path=/; max-age=31536000; samesite=lax`;
  }, [isAllowed]);
}

let zone: string | undefined;

function readZone(): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  return zone;
}

function neverChanges(): () => void {
  return () => undefined;
}
