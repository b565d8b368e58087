"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { keyOf } from "#lib/client/keys.ts";
import { pollEvery } from "#lib/client/polling.ts";
import { callApi } from "#lib/client/request.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { type Event, listEvents } from "#lib/contracts/events.ts";

const watchMs = 1_500;

type Props = {
  /** The server's time from which on an event counts; without it, those that came while we watched. */
  since?: string;
};

/** Watches for the next event posted, and turns into a link to it. */
export function WaitingForEvent({ since }: Props) {
  const { newest, arrived } = useNextEvent(since);
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-sunken px-4 py-2.5">
      <p role="status" className="flex min-w-0 flex-1 items-center gap-2.5">
        {arrived ? <CircleCheck aria-hidden className="size-4 shrink-0 text-delivered" /> : <Spinner />}
        <span className="min-w-0">{arrived ? <Arrived event={arrived} /> : <Waiting last={newest} />}</span>
      </p>
      {arrived ? <EventLink event={arrived} /> : null}
    </div>
  );
}

function Arrived({ event }: { event: Event }) {
  return (
    <>
      <span className="font-mono text-sm">{event.type}</span> arrived
    </>
  );
}

function Waiting({ last }: { last: Event | undefined }) {
  if (!last) return "Waiting for your first event…";
  return (
    <>
      Waiting for your next event…{" "}
      <span className="text-muted text-sm">
        The last one came <RelativeTime at={last.createdAt} />.
      </span>
    </>
  );
}

function EventLink({ event }: { event: Event }) {
  const { slug } = useTenant();
  return (
    <ButtonLink variant="primary" size="sm" href={`/${slug}/events/${event.id}`}>
      Open event
    </ButtonLink>
  );
}

/** The newest event, and whether it came while we watched or since: told by its id or the server's times, since clocks differ. */
function useNextEvent(since: string | undefined): { newest: Event | undefined; arrived: Event | undefined } {
  const { id: tenantId } = useTenant();
  const [before, setBefore] = useState<string | null>();
  const { data, isFetchedAfterMount } = useQuery({
    queryKey: keyOf(tenantId, "events", "newest"),
    queryFn: ({ signal }) => callApi(listEvents, { query: { limit: 1 }, tenantId, signal }),
    refetchInterval: pollEvery(watchMs),
    staleTime: 0,
  });
  const newest = data?.data[0];
  if (isFetchedAfterMount && before === undefined) setBefore(newest?.id ?? null);
  const isSince = since !== undefined && newest !== undefined && newest.createdAt > since;
  const isNew = isSince || (before !== undefined && newest !== undefined && newest.id !== before);
  return { newest, arrived: isNew ? newest : undefined };
}
