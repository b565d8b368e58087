"use client";

import { useState } from "react";
import {
  type Identified,
  keepRows,
  noSelection,
  pageState,
  type Selection,
  selectedRows,
  selectPage,
  selectRange,
  toggleRow,
} from "./selection.ts";

export interface SelectionOptions<Row> {
  /** What the log shows apart from its page; another one starts with nothing chosen. */
  view: string;
  page: readonly Row[];
  most: number;
}

/** What is chosen in a log. It stays chosen on other pages of the same view, and wherever its rows move. */
export interface LogSelection<Row> {
  rows: Row[];
  has: (id: string) => boolean;
  pageState: "none" | "some" | "all";
  /** Chooses a row of the page or lets it go; `isRange` chooses all from the last one to it. */
  toggle: (id: string, isRange: boolean) => void;
  togglePage: () => void;
  keep: (ids: readonly string[]) => void;
  clear: () => void;
}

export function useSelection<Row extends Identified>({
  view,
  page,
  most,
}: SelectionOptions<Row>): LogSelection<Row> {
  const [state, setState] = useState<{ view: string; selection: Selection<Row> }>({
    view,
    selection: noSelection(),
  });
  const selection: Selection<Row> = state.view === view ? state.selection : noSelection();
  const set = (next: Selection<Row>) => setState({ view, selection: next });
  return {
    rows: selectedRows(selection, page),
    has: (id) => selection.rows.has(id),
    pageState: pageState(selection, page),
    toggle: (id, isRange) => {
      const row = page.find((one) => one.id === id);
      if (row) set(isRange ? selectRange(selection, { page, row, most }) : toggleRow(selection, row, most));
    },
    togglePage: () => set(selectPage(selection, { page, isOn: pageState(selection, page) !== "all", most })),
    keep: (ids) => set(keepRows(selection, ids)),
    clear: () => set(noSelection()),
  };
}
