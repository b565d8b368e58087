"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import type { ReactNode } from "react";
import type { LogPage } from "#components/log/live-rows.ts";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { usePageLinks } from "#components/log/page-links.ts";
import { cn } from "#components/ui/cn.ts";
import { formatCount } from "#components/ui/format.ts";
import { NoMatch } from "#components/ui/no-match.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { TableSkeleton } from "#components/ui/table-skeleton.tsx";
import { ApiProblem } from "#lib/client/problem.ts";

export interface ListingProps<Row> {
  query: UseQueryResult<LogPage<Row>>;
  columns: readonly string[];
  /** What the rows are, in the singular and the plural. */
  things: [string, string];
  /** Shown while there is nothing at all. */
  empty: ReactNode;
  /** Given while filters are on, so that an empty list is their doing. */
  onClear?: (() => void) | undefined;
  /** The rows as a table. */
  children: (rows: readonly Row[]) => ReactNode;
}

/** One page of a list in each of its states: loading, failed, empty, nothing that matches, filled. */
export function Listing<Row>({ query, columns, things, empty, onClear, children }: ListingProps<Row>) {
  const showFirstPage = useFirstPage();
  if (query.isError && !query.data) {
    const isLost = query.error instanceof ApiProblem && query.error.code === "invalid_cursor";
    return <LoadFailure error={query.error} onRetry={isLost ? showFirstPage : () => void query.refetch()} />;
  }
  if (!query.data) return <TableSkeleton columns={columns} rows={6} />;
  if (query.data.data.length === 0) {
    return onClear ? <NoMatch things={things[1]} onClear={onClear} /> : empty;
  }
  const isStale = query.isPlaceholderData;
  return (
    <div aria-busy={isStale} className={cn("transition-opacity", isStale && "opacity-60")}>
      {children(query.data.data)}
      <Pages page={query.data} things={things} />
    </div>
  );
}

function Pages({ page, things }: { page: LogPage<unknown>; things: [string, string] }) {
  const links = usePageLinks(page);
  if (links.previousHref === null && links.nextHref === null) return null;
  return (
    <div className="border-line border-t px-4">
      <Pagination summary={formatCount(page.data.length, ...things)} {...links} />
    </div>
  );
}

/** A cursor that is no longer valid is left behind with the filters it was made for. */
function useFirstPage() {
  const router = useRouter();
  const pathname = usePathname();
  return () => router.replace(pathname);
}
