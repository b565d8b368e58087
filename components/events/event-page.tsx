"use client";

import { useQuery } from "@tanstack/react-query";
import { Breakable } from "#components/log/breakable.tsx";
import { isMissing, LoadFailure } from "#components/log/load-failure.tsx";
import { useCopyNotice } from "#components/log/use-copy-notice.ts";
import { useShortcuts } from "#components/log/use-shortcuts.ts";
import { Badge } from "#components/ui/badge.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { eventQuery } from "#lib/client/events.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { EventDetails } from "./event-details.tsx";
import { EventSkeleton } from "./event-skeleton.tsx";
import { NoSuchEvent } from "./no-such-event.tsx";
import { SendAgain } from "./send-again.tsx";

/** One event: what was posted, and what became of it at every endpoint. */
export function EventPage({ id }: { id: string }) {
  const tenant = useTenant();
  const query = useQuery(eventQuery(tenant.id, id));
  const copyId = useCopyNotice();
  const event = query.data;
  useShortcuts({ c: () => copyId(id) });
  return (
    <>
      <PageHeader
        title={<Breakable text={event?.type ?? "Event"} />}
        badge={event?.isTest ? <Badge tone="info">Test</Badge> : null}
        description={
          event ? (
            <>
              Received <RelativeTime at={event.createdAt} />
            </>
          ) : null
        }
        breadcrumbs={[{ label: "Events", href: `/${tenant.slug}/events` }]}
        actions={event ? <SendAgain event={event} /> : null}
      />
      {event ? <EventDetails event={event} /> : null}
      {query.isPending ? <EventSkeleton /> : null}
      {!event && query.isError ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
    </>
  );
}

function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return isMissing(error) ? <NoSuchEvent /> : <LoadFailure error={error} onRetry={onRetry} />;
}
