"use client";

import { type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useStreamState } from "#lib/client/stream/use-stream-state.ts";

/** Reads a log again and again, unless the person stops that; going on takes in at once what came meanwhile. */
export function useLiveQuery<Data>(options: UseQueryOptions<Data>) {
  const [isLive, setLive] = useState(true);
  const isStreamLost = useStreamState() === "lost";
  const query = useQuery(isLive ? options : { ...options, refetchInterval: false });
  const toggleLive = () => {
    setLive(!isLive);
    if (!isLive) void query.refetch();
  };
  return { query, isLive, isCutOff: query.isError || isStreamLost, toggleLive };
}
