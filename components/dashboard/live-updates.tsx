"use client";

import { useLiveUpdates } from "#lib/client/stream/use-live-updates.ts";

/** Keeps the pages inside a tenant up to date while somebody looks at them. */
export function LiveUpdates() {
  useLiveUpdates();
  return null;
}
