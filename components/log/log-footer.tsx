"use client";

import { ClockTime } from "#components/ui/clock-time.tsx";
import { formatCount } from "#components/ui/format.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import type { LogPage } from "./live-rows.ts";
import { usePageLinks } from "./page-links.ts";

export interface LogFooterProps {
  page: LogPage<unknown>;
  /** What the rows are, in the singular and the plural. */
  things: [string, string];
  canResend?: boolean;
  canSelect?: boolean;
}

/** Under a log: how much is shown, the keys that walk it, and the pages before and after. */
export function LogFooter({ page, things, canResend = false, canSelect = false }: LogFooterProps) {
  const summary = (
    <span className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <span>
        {formatCount(page.data.length, ...things)}
        {page.searchedTo ? (
          <>
            , searched back to <ClockTime at={page.searchedTo} />
          </>
        ) : null}
      </span>
      <span className="hidden items-center gap-1.5 text-faint text-xs lg:flex pointer-coarse:hidden">
        <Kbd>J</Kbd>
        <Kbd>K</Kbd> walk
        <Kbd>↵</Kbd> open
        {canSelect ? (
          <>
            <Kbd>X</Kbd> select
          </>
        ) : null}
        {canResend ? (
          <>
            <Kbd>R</Kbd> resend
          </>
        ) : null}
        <Kbd>C</Kbd> copy id
      </span>
    </span>
  );
  const next = page.searchedTo ? "Search further" : "Next";
  return <Pagination summary={summary} next={next} {...usePageLinks(page)} />;
}
