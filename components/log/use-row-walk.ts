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
  /** Told where the person stands, if in a row. */
  onResend?: (id: string | null) => void;
  /** Chooses the row or lets it go; `isRange` chooses all rows from the last one to it. */
  onSelect?: (id: string, isRange: boolean) => void;
}

/**
 * j and k (or the arrows, once in the rows) walk a log; where the person stands c copies the id, r resends, x and Space
 * choose the row, and with Shift all rows from the last one that was chosen.
 */
export function useRowWalk(options: RowWalkOptions): void {
  const { container, openId, onWalkOpen, onCopy, onResend, onSelect } = options;
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
  const withRow = (act: (id: string) => void) => () => {
    const id = here();
    if (id) act(id);
  };
  const select = (isRange: boolean) => withRow((id) => onSelect?.(id, isRange));
  const selectFromLink = (event: KeyboardEvent) => {
    if (!onSelect || !document.activeElement?.matches("[data-row]")) return;
    event.preventDefault();
    select(event.shiftKey)();
  };
  useShortcuts({
    j: () => walk(1),
    k: () => walk(-1),
    ArrowDown: walkFromRow(1),
    ArrowUp: walkFromRow(-1),
    c: withRow(onCopy),
    r: () => onResend?.(here()),
    x: select(false),
    X: select(true),
    " ": selectFromLink,
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
