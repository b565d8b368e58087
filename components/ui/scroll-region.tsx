"use client";

import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";

/** Pans sideways below 1024 px; a stop of the Tab key only while there is something to pan. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(element);
  return (
    <div
      ref={element}
      className="min-w-0 max-lg:overflow-x-auto"
      {...(overflows ? { role: "region", "aria-label": label, tabIndex: 0 } : {})}
    >
      {children}
    </div>
  );
}

function useOverflow(element: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new ResizeObserver(() => setOverflows(current.scrollWidth > current.clientWidth));
    observer.observe(current);
    for (const child of current.children) observer.observe(child);
    return () => observer.disconnect();
  }, [element]);
  return overflows;
}
