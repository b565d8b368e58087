"use client";

import { useEffect, useRef, useState } from "react";

/** A pointer that rests for so long is not about to press anything. */
const restMs = 2_000;

/**
 * The rows of a list that updates by itself. While the pointer moves over what `hold` is spread on, they stay where they
 * are, each as it is by now.
 */
export function useSteadyRows<Row extends { id: string }>(rows: readonly Row[], view = "") {
  const [held, setHeld] = useState<{ view: string; rows: readonly Row[] }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const latest = new Map(rows.map((row) => [row.id, row]));
  const steady = held?.view === view ? held.rows.map((row) => latest.get(row.id) ?? row) : rows;
  const release = () => {
    clearTimeout(timer.current);
    setHeld(undefined);
  };
  const onPointerMove = () => {
    setHeld((before) => (before?.view === view ? before : { view, rows }));
    clearTimeout(timer.current);
    timer.current = setTimeout(release, restMs);
  };
  return { rows: steady, hold: { onPointerMove, onPointerLeave: release } };
}
