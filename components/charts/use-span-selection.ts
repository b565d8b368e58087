"use client";

import { type KeyboardEvent, useCallback, useRef, useState } from "react";
import type { MouseHandlerDataParam } from "recharts";

type OnSelect = ((range: { since: Date; until: Date }) => void) | undefined;

/** Turns a click, a drag or Enter on a bar chart into the span of time that it covers. */
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
    onMouseUp: () => {
      if (span) choose(span.from, span.to);
      setSpan(undefined);
    },
    onMouseLeave: () => setSpan(undefined),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && focused.current) choose(focused.current, focused.current);
  };
  return { span, remember, chartHandlers, onKeyDown };
}
