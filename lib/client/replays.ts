import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Answer, Input } from "../contracts/operation.ts";
import {
  cancelReplay,
  createReplay,
  getReplay,
  listReplays,
  pauseReplay,
  type Replay,
  type ReplayPreview,
  type ReplayScope,
  resumeReplay,
} from "../contracts/replays.ts";
import { keyOf } from "./keys.ts";
import { pauseOf } from "./polling.ts";
import { callApi } from "./request.ts";
import { useOperation } from "./use-operation.ts";

export type ReplayFilter = Partial<Input<typeof listReplays>["query"]>;

const movingMs = 1_500;
const restingMs = 15_000;

/** Reads again soon while a replay of the page is under way. */
export function replaysQuery(tenantId: string, filter: ReplayFilter = {}) {
  return queryOptions({
    queryKey: keyOf(tenantId, "replays", "list", filter),
    queryFn: ({ signal }) => callApi(listReplays, { query: filter, tenantId, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => pauseFor((state.data as Answer<typeof listReplays> | undefined)?.data),
  });
}

export function replayQuery(tenantId: string, id: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "replays", "one", id),
    queryFn: ({ signal }) => callApi(getReplay, { params: { id }, tenantId, signal }),
    refetchInterval: ({ state }) => pauseFor(state.data && [state.data as Replay]),
  });
}

/** What a replay of this scope would send right now. */
export function replayPreviewQuery(tenantId: string, scope: ReplayScope) {
  return queryOptions({
    queryKey: keyOf(tenantId, "replays", "preview", scope),
    queryFn: async ({ signal }): Promise<ReplayPreview> => {
      const answer = await callApi(createReplay, { body: { ...scope, dryRun: true }, tenantId, signal });
      if ("count" in answer) return answer;
      throw new Error("A dry run was answered with a replay.");
    },
    placeholderData: keepPreviousData,
  });
}

export const useCreateReplay = () => useOperation(createReplay, ["replays", "deliveries", "events"]);
export const usePauseReplay = () => useOperation(pauseReplay, ["replays"]);
export const useResumeReplay = () => useOperation(resumeReplay, ["replays"]);
export const useCancelReplay = () => useOperation(cancelReplay, ["replays"]);

function pauseFor(replays: readonly Pick<Replay, "status" | "waiting">[] | undefined): number {
  const isMoving = replays?.some(({ status, waiting }) => status === "running" || waiting > 0);
  return pauseOf(isMoving ? movingMs : restingMs);
}
