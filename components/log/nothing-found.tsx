"use client";

import { SearchX } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { ClockTime } from "#components/ui/clock-time.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { NoMatch } from "#components/ui/no-match.tsx";
import type { LogPage } from "./live-rows.ts";
import { usePageLinks } from "./page-links.ts";

export interface NothingFoundProps {
  page: LogPage<unknown>;
  /** What was looked for, in the plural: "deliveries". */
  things: string;
  onClear: () => void;
}

/** A filter found nothing, in all of the log or as far back as it was searched. */
export function NothingFound({ page, things, onClear }: NothingFoundProps) {
  const { nextHref } = usePageLinks(page);
  if (!page.searchedTo || !nextHref) return <NoMatch things={things} onClear={onClear} />;
  return (
    <EmptyState
      icon={<SearchX />}
      title={
        <>
          Nothing found back to <ClockTime at={page.searchedTo} />
        </>
      }
      description={`There are too many older ${things} to search at once. Go on from there, or narrow the time range.`}
      action={
        <>
          <ButtonLink href={nextHref} variant="primary">
            Search further
          </ButtonLink>
          <Button onClick={onClear}>Clear filters</Button>
        </>
      }
    />
  );
}
