"use client";

import { useRef } from "react";
import { ExportMenu } from "#components/log/export-menu.tsx";
import { LiveToggle } from "#components/log/live-toggle.tsx";
import { LogFooter } from "#components/log/log-footer.tsx";
import { NewRowsPill } from "#components/log/new-rows-pill.tsx";
import { useCopyNotice } from "#components/log/use-copy-notice.ts";
import { useLiveQuery } from "#components/log/use-live-query.ts";
import { useLiveRows } from "#components/log/use-live-rows.ts";
import { useRowWalk } from "#components/log/use-row-walk.ts";
import { Card } from "#components/ui/card.tsx";
import { ViewsMenu } from "#components/views/views-menu.tsx";
import { eventsQuery, saveEvents } from "#lib/client/events.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Event } from "#lib/contracts/events.ts";
import { mostExportedRows } from "#lib/contracts/log-exports.ts";
import { EventFilterBar } from "./event-filter-bar.tsx";
import { EventHistogram } from "./event-histogram.tsx";
import { EventRows } from "./event-rows.tsx";
import { useEventFilter } from "./use-event-filter.ts";

/** The log of events: filters and live rows, all of it in the address. */
export function EventLog() {
  const tenant = useTenant();
  const container = useRef<HTMLDivElement>(null);
  const state = useEventFilter();
  const { query, isLive, isCutOff, toggleLive } = useLiveQuery(eventsQuery(tenant.id, state.filter));
  const latest = query.isPlaceholderData ? undefined : query.data;
  const live = useLiveRows<Event>(JSON.stringify(state.filter), latest);
  const copyId = useCopyNotice();
  useRowWalk({ container, onCopy: copyId });
  const events = live.page.data;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <EventFilterBar
        state={state}
        lead={<ViewsMenu log="events" state={state} />}
        aside={
          <>
            <ExportMenu
              subject="The log"
              most={`${mostExportedRows.toLocaleString("en")} events`}
              save={(format) => saveEvents(tenant.id, state.filter, format)}
            />
            <LiveToggle isLive={isLive} isCutOff={isCutOff} onToggle={toggleLive} />
          </>
        }
      />
      <EventHistogram filter={state.filter} onZoom={(range) => state.change({ range })} />
      <NewRowsPill log={live} />
      <Card ref={container}>
        <EventRows page={live.page} query={query} state={state} />
      </Card>
      {events.length > 0 ? <LogFooter page={live.page} things={["event", "events"]} /> : null}
    </div>
  );
}
