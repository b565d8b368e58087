"use client";

import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { usePermission } from "#lib/client/permission.ts";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { useEnableEndpoint } from "../use-enable-endpoint.ts";
import { OpenDeliveries } from "./open-deliveries.tsx";

/** Disables after a question, since open deliveries are canceled; enables at once. */
export function DisableEndpoint({ endpoint }: { endpoint: Endpoint }) {
  const { reason } = usePermission("endpoints:write");
  const { enable, isBusy, setState } = useEnableEndpoint(endpoint);
  if (endpoint.disabled) {
    return (
      <Button onClick={enable} loading={isBusy} disabledReason={reason}>
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
          Nothing is sent to it until it is enabled again. What it misses meanwhile is in the log as canceled,
          and can be recovered then. <OpenDeliveries endpointId={endpoint.id} />
        </>
      }
      confirmLabel="Disable endpoint"
      onConfirm={() => setState.mutateAsync({ disabled: true })}
    />
  );
}
