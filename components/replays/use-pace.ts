"use client";

import { useEffect, useState } from "react";

type Sample = { opened: number; atMs: number };

const windowMs = 10_000;

/** Deliveries a second over the last ten seconds of watching; undefined until two readings differ. */
export function usePace(opened: number, readAtMs: number): number | undefined {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => {
    setSamples((before) => [
      ...before.filter(({ atMs }) => atMs > readAtMs - windowMs && atMs < readAtMs),
      { opened, atMs: readAtMs },
    ]);
  }, [opened, readAtMs]);
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last || last.opened <= first.opened) return undefined;
  return ((last.opened - first.opened) * 1_000) / (last.atMs - first.atMs);
}
