"use client";

import { useSyncExternalStore } from "react";
import { onStreamState, type StreamState, streamState } from "./state.ts";

/** How this page hears of changes, also while that changes. */
export function useStreamState(): StreamState {
  return useSyncExternalStore(onStreamState, streamState, () => "off");
}
