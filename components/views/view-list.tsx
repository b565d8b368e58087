"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { Bookmark } from "lucide-react";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { SavedView } from "#lib/contracts/views.ts";
import { ViewItem, type ViewItemProps } from "./view-item.tsx";

export interface ViewListProps extends Omit<ViewItemProps, "view" | "isCurrent"> {
  views: readonly SavedView[];
  query: Pick<UseQueryResult<unknown>, "isPending" | "isError" | "error" | "refetch">;
  currentId: string | undefined;
}

/** The views of a log: the person's own, and those that everyone sees. */
export function ViewList({ views, query, currentId, ...actions }: ViewListProps) {
  if (query.isPending) return <Loading />;
  if (query.isError && views.length === 0)
    return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  if (views.length === 0) return <NoViews />;
  const groups = [
    { title: "Only you", views: views.filter(({ isShared }) => !isShared) },
    { title: "Everyone", views: views.filter(({ isShared }) => isShared) },
  ];
  return (
    <div className="max-h-80 overflow-y-auto p-1">
      {groups
        .filter((group) => group.views.length > 0)
        .map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h2 className="px-2 pt-1.5 pb-1 text-faint text-xs">{group.title}</h2>
            <ul>
              {group.views.map((view) => (
                <ViewItem key={view.id} view={view} isCurrent={view.id === currentId} {...actions} />
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

function NoViews() {
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-6 text-center">
      <Bookmark aria-hidden className="mb-1 size-5 text-faint" />
      <p className="font-medium text-base">No views yet</p>
      <p className="text-muted text-sm">Filter the log, then keep the filter here to come back to it.</p>
    </div>
  );
}

function Loading() {
  return (
    <div aria-busy="true" className="flex flex-col gap-3 p-4">
      <p role="status" className="sr-only">
        Loading views
      </p>
      <Skeleton className="w-40" />
      <Skeleton className="w-52" />
      <Skeleton className="w-36" />
    </div>
  );
}
