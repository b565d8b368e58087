import type { Query, QueryClient, QueryKey } from "@tanstack/react-query";
import { changeKinds, type StreamMessage } from "../../contracts/stream.ts";
import { readAgain } from "../read-again.ts";
import { type Changed, concerns, type Haste } from "./concerns.ts";
import { inBatches } from "./in-batches.ts";

const everything: readonly Changed[] = changeKinds.map((kind) => ({
  type: "changed",
  kind,
  ids: null,
  endpoints: null,
}));

const paces = { now: { quietMs: 0, pauseMs: 500 }, soon: { quietMs: 2_500, pauseMs: 5_000 } };

/** Has what is shown of a tenant read again when it changed, and what is cached when it is shown next. */
export function createRefresh(queryClient: QueryClient, tenantId: string) {
  const batchesOf = (haste: Haste) =>
    inBatches<Changed>({
      ...paces[haste],
      work: (changes) =>
        readAgain(queryClient, {
          queryKey: [tenantId],
          predicate: (query) =>
            !isPaused(query) &&
            !isDeletedHere(queryClient, query.queryKey) &&
            changes.some((changed) => concerns(query.queryKey, changed) === haste),
        }),
    });
  const batches = [batchesOf("now"), batchesOf("soon")];
  return {
    take: (message: StreamMessage) => {
      if (message.type === "resumed") return;
      const changes = message.type === "reset" ? everything : [message];
      for (const changed of changes) for (const batch of batches) batch.add(changed);
    },
    stop: () => {
      for (const batch of batches) batch.stop();
    },
  };
}

/** Whoever stopped the updates of a log wants none of these either. */
function isPaused({ observers }: Query): boolean {
  return observers.length > 0 && observers.every(({ options }) => options.refetchInterval === false);
}

/** Whoever deletes a thing is about to leave its page, which must not ask for it again on the way out. */
function isDeletedHere(queryClient: QueryClient, [tenantId, , shape, id]: QueryKey): boolean {
  if (shape !== "one") return false;
  const deletions = queryClient.getMutationCache().findAll({ mutationKey: [tenantId, "delete"] });
  return deletions.some(({ state: { status, variables } }) => {
    const call = variables as { params?: { id?: unknown } } | undefined;
    return status !== "error" && call?.params?.id === id;
  });
}

/** How often a query is read again depends on whether the stream is open; it is asked only when something happens to it. */
export function adjustPolling(queryClient: QueryClient): void {
  for (const { observers } of queryClient.getQueryCache().getAll())
    for (const observer of observers) observer.setOptions(observer.options);
}
