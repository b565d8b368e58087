"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTenant } from "../tenant.tsx";
import { followStream } from "./follow.ts";
import { adjustPolling, createRefresh } from "./refresh.ts";
import { type StreamState, setStreamState, streamState } from "./state.ts";

/** Keeps what this page shows of the tenant up to date, by one stream of changes while somebody can see it. Once for a page. */
export function useLiveUpdates(): void {
  const { id: tenantId } = useTenant();
  const queryClient = useQueryClient();
  useEffect(() => keepLive(queryClient, tenantId), [queryClient, tenantId]);
}

function keepLive(queryClient: QueryClient, tenantId: string): () => void {
  const refresh = createRefresh(queryClient, tenantId);
  const place = { lastEventId: undefined as string | undefined };
  let following = new AbortController();
  const become = (state: StreamState) => {
    setStreamState(state);
    adjustPolling(queryClient);
  };
  const start = () => {
    following = new AbortController();
    const { signal } = following;
    void followStream({
      tenantId,
      signal,
      place,
      onMessage: (message) => {
        if (streamState() !== "open") become("open");
        refresh.take(message);
      },
      onLost: () => streamState() === "open" && become("lost"),
    });
  };
  const look = () => {
    following.abort();
    if (document.visibilityState === "visible") start();
    else become("off");
  };
  look();
  document.addEventListener("visibilitychange", look);
  addEventListener("online", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    removeEventListener("online", look);
    following.abort();
    refresh.stop();
    become("off");
  };
}
