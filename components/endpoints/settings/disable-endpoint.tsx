"use client";

import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { useSetEndpointState } from "#lib/client/endpoint-state.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { OpenDeliveries } from "./open-deliveries.tsx";

/** Disables after a question, since open deliveries are lost; enables at once. */
export function DisableEndpoint({ endpoint }: { endpoint: Endpoint }) {
  const { reason } = usePermission("endpoints:write");
  const setState = useSetEndpointState(endpoint.id);
  if (endpoint.disabled) {
    const enable = () =>
      setState.mutate(
        { disabled: false },
        {
          onSuccess: () => toast.success("Enabled: new events are delivered again"),
          onError: (error) => toast.error("It is still disabled", { description: messageOf(error) }),
        },
      );
    return (
      <Button onClick={enable} disabledReason={reason}>
        Enable endpoint
      </Button>
    );
  }
  const trigger = <Button disabledReason={reason}>Disable endpoint</Button>;
  if (reason) return trigger;
  return (
    <ConfirmDialog
      trigger={trigger}
      title="Disable this endpoint?"
      consequences={
        <>
          Nothing is sent to it until it is enabled again, and events posted meanwhile are not kept for it.{" "}
          <OpenDeliveries endpointId={endpoint.id} />
        </>
      }
      confirmLabel="Disable endpoint"
      onConfirm={() => setState.mutateAsync({ disabled: true })}
    />
  );
}
