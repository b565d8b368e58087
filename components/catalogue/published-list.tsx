"use client";

import { FileJson, Tags } from "lucide-react";
import { useState } from "react";
import { Page } from "#components/layout/page.tsx";
import { cardCell, cardRow } from "#components/log/card-style.ts";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { NoMatch } from "#components/ui/no-match.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RowLink } from "#components/ui/row-link.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { type PublishedName, publishedPath } from "./published-name.ts";

export interface PublishedListProps {
  owner: string;
  base: string;
  eventTypes: readonly PublishedName[];
}

/** All event types that a tenant shows to the public, to be looked through by name and description. */
export function PublishedList({ owner, base, eventTypes }: PublishedListProps) {
  const [q, setQ] = useState("");
  const found = eventTypes.filter((eventType) => holds(eventType, q));
  return (
    <Page>
      <PageHeader
        title="Event types"
        description={
          <>
            The webhooks that <bdi>{owner}</bdi> sends: what each is about, which fields it carries, and an
            example.
          </>
        }
        actions={
          <a href={`${base}/openapi.json`} download="webhooks.openapi.json" className={buttonStyle({})}>
            <FileJson />
            OpenAPI
          </a>
        }
      />
      {eventTypes.length === 0 ? (
        <Card>
          <EmptyState
            icon={<Tags />}
            title="Nothing is described yet"
            description="Come back later: what is described here shows up by itself."
          />
        </Card>
      ) : (
        <>
          <SearchInput
            label="Search event types"
            placeholder="Name or description"
            value={q}
            onValueChange={setQ}
            className="w-full sm:w-64"
          />
          <Card className="mt-4">
            {found.length === 0 ? (
              <NoMatch things="event types" onClear={() => setQ("")} />
            ) : (
              <PublishedTable base={base} eventTypes={found} />
            )}
          </Card>
        </>
      )}
    </Page>
  );
}

function holds({ name, description }: PublishedName, q: string): boolean {
  return `${name} ${description}`.toLowerCase().includes(q.trim().toLowerCase());
}

function PublishedTable({ base, eventTypes }: Omit<PublishedListProps, "owner">) {
  return (
    <Table label="Event types" narrow="cards">
      <TableHead>
        <TableHeaderCell>Name</TableHeaderCell>
        <TableHeaderCell>Description</TableHeaderCell>
      </TableHead>
      <TableBody>
        {eventTypes.map(({ name, description }) => (
          <TableRow key={name} className={cardRow}>
            <TableCell className={cn(cardCell, "w-80 max-w-80 max-sm:w-full max-sm:max-w-none")}>
              <RowLink
                href={publishedPath(base, name)}
                prefetch={false}
                title={name}
                className="block truncate font-mono"
              >
                {name}
              </RowLink>
            </TableCell>
            <TableCell
              className={cn(
                cardCell,
                "max-w-96 text-muted max-sm:w-full max-sm:max-w-none max-sm:empty:hidden",
              )}
            >
              {description ? (
                <bdi
                  title={description}
                  className="block truncate max-sm:line-clamp-3 max-sm:whitespace-normal"
                >
                  {description}
                </bdi>
              ) : null}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
