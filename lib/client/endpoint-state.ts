"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Endpoint, updateEndpoint } from "../contracts/endpoints.ts";
import { endpointQuery } from "./endpoints.ts";
import { keyOf } from "./keys.ts";
import { readAgain } from "./read-again.ts";
import { callApi } from "./request.ts";
import { useTenant } from "./tenant.tsx";

export type StateChange = { disabled: boolean } | { paused: boolean };

/** Pauses, resumes, disables or enables an endpoint: shown at once, taken back when the server refuses. */
export function useSetEndpointState(id: string) {
  const { id: tenantId } = useTenant();
  const queryClient = useQueryClient();
  const { queryKey } = endpointQuery(tenantId, id);
  return useMutation({
    mutationFn: (change: StateChange) => callApi(updateEndpoint, { params: { id }, body: change, tenantId }),
    onMutate: async (change) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, before && { ...before, ...foreseen(before, change) });
      return { before };
    },
    onError: (_error, _change, kept) => queryClient.setQueryData(queryKey, kept?.before),
    onSettled: () =>
      Promise.all(
        (["endpoints", "deliveries", "events"] as const).map((resource) =>
          readAgain(queryClient, { queryKey: keyOf(tenantId, resource) }),
        ),
      ).then(() => undefined),
  });
}

function foreseen(before: Endpoint, change: StateChange): Partial<Endpoint> {
  const { disabled, paused } = { ...before, ...change };
  const state = disabled ? "disabled" : paused ? "paused" : "enabled";
  return { ...change, state, disabledReason: disabled ? (before.disabledReason ?? "manual") : null };
}
