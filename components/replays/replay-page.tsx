"use client";

import { useQuery } from "@tanstack/react-query";
import { PageSkeleton } from "#components/dashboard/page-skeleton.tsx";
import { Page } from "#components/layout/page.tsx";
import { isMissing, LoadFailure } from "#components/log/load-failure.tsx";
import { replayQuery } from "#lib/client/replays.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { NoSuchReplay } from "./no-such-replay.tsx";
import { ReplayFacts } from "./replay-facts.tsx";
import { ReplayHeader } from "./replay-header.tsx";
import { ReplayLanes } from "./replay-lanes.tsx";
import { ReplayProgress } from "./replay-progress.tsx";

/** One replay: how far it is, what became of its deliveries, and what holds it back. */
export function ReplayPage({ id }: { id: string }) {
  const tenant = useTenant();
  const query = useQuery(replayQuery(tenant.id, id));
  if (isMissing(query.error)) return <NoSuchReplay />;
  if (query.isError && !query.data) {
    return (
      <Page>
        <LoadFailure error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  if (!query.data) return <PageSkeleton />;
  return (
    <Page>
      <ReplayHeader replay={query.data} />
      <div className="flex flex-col gap-4">
        <ReplayProgress replay={query.data} readAtMs={query.dataUpdatedAt} />
        <ReplayFacts replay={query.data} />
        <ReplayLanes replay={query.data} />
      </div>
    </Page>
  );
}
