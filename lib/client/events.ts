import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { createEvent, type EventDetail, getEvent, listEvents, replayEvent } from "../contracts/events.ts";
import { exportEvents } from "../contracts/log-exports.ts";
import type { Answer, Input } from "../contracts/operation.ts";
import { keyOf } from "./keys.ts";
import { pollEvery, pollFor } from "./polling.ts";
import { callApi } from "./request.ts";
import { saveFile } from "./save-file.ts";
import { searchOn } from "./search-on.ts";
import { useOperation } from "./use-operation.ts";
import { resolveWindow, type Windowed } from "./window.ts";

export type EventFilter = Windowed<Partial<Input<typeof listEvents>["query"]>>;
type EventPage = Answer<typeof listEvents>;

/** Reads again every 5 seconds, or when the stream tells of a change. */
export function eventsQuery(tenantId: string, filter: EventFilter = {}) {
  const queryKey = keyOf(tenantId, "events", "list", filter);
  return queryOptions({
    queryKey,
    queryFn: ({ signal, client }) => {
      const query = resolveWindow(filter);
      const read = (cursor = query.cursor) =>
        callApi(listEvents, { query: { ...query, cursor }, tenantId, signal });
      return searchOn(read, client.getQueryData<EventPage>(queryKey));
    },
    placeholderData: keepPreviousData,
    refetchInterval: pollEvery(5_000),
  });
}

export function eventQuery(tenantId: string, id: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "events", "one", id),
    queryFn: ({ signal }) => callApi(getEvent, { params: { id }, tenantId, signal }),
    refetchInterval: ({ state }) => pollFor((state.data as EventDetail | undefined)?.deliveries),
  });
}

/** Saves what a filter finds as a file, and answers whether there was more. */
export function saveEvents(tenantId: string, filter: EventFilter, format: "csv" | "json") {
  const { limit: _, cursor: __, ...query } = resolveWindow(filter);
  return saveFile(exportEvents, { query: { ...query, format }, tenantId });
}

export const useCreateEvent = () => useOperation(createEvent, ["events", "deliveries", "stats"]);
export const useReplayEvent = () => useOperation(replayEvent, ["events", "deliveries"]);
