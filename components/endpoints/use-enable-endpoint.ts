"use client";

import { useRouter } from "next/navigation";
import { newReplayPath } from "#components/replays/new-replay-path.ts";
import { toast } from "#components/ui/toast.ts";
import { useSetEndpointState } from "#lib/client/endpoint-state.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { missedRange } from "./missed-range.ts";

/**
 * Enables an endpoint, and offers to recover what it missed. For a component that stays while the endpoint changes its
 * state: the message comes only as long as it is there.
 */
export function useEnableEndpoint(endpoint: Endpoint) {
  const { slug } = useTenant();
  const router = useRouter();
  const setState = useSetEndpointState(endpoint.id);
  const range = missedRange(endpoint);
  const recover = range && {
    label: "Recover what it missed…",
    onClick: () => router.push(newReplayPath(slug, { endpoint: endpoint.id, range })),
  };
  const enable = () =>
    setState.mutate(
      { disabled: false },
      {
        onSuccess: () =>
          toast.success("Enabled: new events are delivered again", recover ? { action: recover } : {}),
        onError: (error) => toast.error("It is still disabled", { description: messageOf(error) }),
      },
    );
  return { enable, isBusy: setState.isPending, setState };
}
