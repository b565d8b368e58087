"use client";

import { type KeyboardEvent, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { MouseHandlerDataParam } from "recharts";

type OnSelect = ((range: { since: Date; until: Date }) => void) | undefined;

/**
 * Turns a click, a drag or Enter on a bar chart into the span of time that it covers. A drag may end beside the chart; Escape
 * gives it up.
 */
export function useSpanSelection(
  buckets: readonly { start: string }[],
  stepSeconds: number,
  onSelect: OnSelect,
) {
  const [span, setSpan] = useState<{ from: string; to: string }>();
  const focused = useRef<string>(undefined);
  const remember = useCallback((start: string | undefined) => {
    focused.current = start;
  }, []);
  const choose = (one: string, other: string) => {
    const [first, last] = [one, other].sort();
    if (!first || !last || !buckets.some((bucket) => bucket.start === first)) return;
    onSelect?.({ since: new Date(first), until: new Date(new Date(last).getTime() + stepSeconds * 1000) });
  };
  const labelOf = ({ activeLabel }: MouseHandlerDataParam) =>
    activeLabel === undefined ? undefined : String(activeLabel);
  const chartHandlers = {
    onMouseDown: (point: MouseHandlerDataParam) => {
      const start = labelOf(point);
      if (onSelect && start) setSpan({ from: start, to: start });
    },
    onMouseMove: (point: MouseHandlerDataParam) => {
      const start = labelOf(point);
      if (span && start && start !== span.to) setSpan({ ...span, to: start });
    },
  };
  const onEnd = useEffectEvent(() => {
    if (span) choose(span.from, span.to);
    setSpan(undefined);
  });
  const isDrawing = span !== undefined;
  useEffect(() => {
    if (!isDrawing) return;
    const giveUp = (event: globalThis.KeyboardEvent) => event.key === "Escape" && setSpan(undefined);
    addEventListener("mouseup", onEnd);
    addEventListener("keydown", giveUp);
    return () => {
      removeEventListener("mouseup", onEnd);
      removeEventListener("keydown", giveUp);
    };
  }, [isDrawing]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && focused.current) choose(focused.current, focused.current);
  };
  return { span, remember, chartHandlers, onKeyDown };
}
