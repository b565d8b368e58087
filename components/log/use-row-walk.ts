"use client";

import { type RefObject, useState } from "react";
import { useShortcuts } from "./use-shortcuts.ts";

export interface RowWalkOptions {
  /** Holds the rows; the link of each has `data-row` with the row's id. */
  container: RefObject<HTMLElement | null>;
  /** The row whose details are open beside the log. */
  openId?: string | null;
  /** Walking with details open opens those of the next row. */
  onWalkOpen?: (id: string) => void;
  onCopy: (id: string) => void;
  onResend?: (id: string) => void;
}

/** j and k (or the arrows, once in the rows) walk a log, c copies the id and r resends where the person stands. */
export function useRowWalk({ container, openId, onWalkOpen, onCopy, onResend }: RowWalkOptions): void {
  const [visitedId, setVisitedId] = useState<string>();
  const here = () => openId ?? focusedId(container.current) ?? null;
  const walk = (step: 1 | -1) => {
    const links = rowLinks(container.current);
    const from = links.findIndex((link) => link.dataset.row === (here() ?? visitedId));
    const next = links[from < 0 ? 0 : from + step];
    const id = next?.dataset.row;
    if (!next || !id) return;
    setVisitedId(id);
    if (openId) onWalkOpen?.(id);
    else next.focus({ preventScroll: true });
    next.closest("tr")?.scrollIntoView({ block: "nearest" });
  };
  const walkFromRow = (step: 1 | -1) => (event: KeyboardEvent) => {
    if (!focusedId(container.current)) return;
    event.preventDefault();
    walk(step);
  };
  const withRow = (act: ((id: string) => void) | undefined) => () => {
    const id = here();
    if (id) act?.(id);
  };
  useShortcuts({
    j: () => walk(1),
    k: () => walk(-1),
    ArrowDown: walkFromRow(1),
    ArrowUp: walkFromRow(-1),
    c: withRow(onCopy),
    r: withRow(onResend),
  });
}

function rowLinks(container: HTMLElement | null): HTMLElement[] {
  return [...(container?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
}

function focusedId(container: HTMLElement | null): string | undefined {
  const row = document.activeElement?.closest("tr");
  if (!row || !container?.contains(row)) return undefined;
  return row.querySelector<HTMLElement>("[data-row]")?.dataset.row;
}
