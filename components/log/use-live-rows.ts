"use client";

import { useState } from "react";
import { countNew, findMissing, type LiveRows, type LogPage, takeIn } from "./live-rows.ts";

export interface LiveLog<Row> {
  page: LogPage<Row>;
  newCount: number;
  /** There are more new ones than one page holds. */
  hasMoreNew: boolean;
  /** Shown rows that reading the page again no longer refreshes. */
  missing: Row[];
  /** Shows the page as it was read last. */
  showLatest: () => void;
}

/** Keeps the rows of a log that is read again and again where they are, until the person asks for the new ones. */
export function useLiveRows<Row extends { id: string }>(
  view: string,
  latest: LogPage<Row> | undefined,
): LiveLog<Row> {
  const [rows, setRows] = useState<LiveRows<Row>>({ view: undefined, latest: undefined, shown: nothing });
  const current =
    latest && (rows.view !== view || rows.latest !== latest) ? takeIn(rows, view, latest) : rows;
  if (current !== rows) setRows(current);
  const newCount = countNew(current);
  return {
    page: current.shown,
    newCount,
    hasMoreNew: newCount === current.latest?.data.length && current.latest.nextCursor !== null,
    missing: findMissing(current),
    showLatest: () => setRows({ ...current, shown: current.latest ?? current.shown }),
  };
}

const nothing = { data: [], nextCursor: null, prevCursor: null };
