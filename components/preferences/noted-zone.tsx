"use client";

import { useNotedZone } from "./browser-zone.ts";

/** Notes the browser's zone on the way in, so that the first page behind the sign-in shows times in it at once. */
export function NotedZone() {
  useNotedZone();
  return null;
}
