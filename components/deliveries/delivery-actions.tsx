"use client";

import { Ban, RotateCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { formatCount } from "#components/ui/format.ts";
import { toast } from "#components/ui/toast.ts";
import { useCancelDelivery } from "#lib/client/deliveries.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { DeliveryDetail } from "#lib/contracts/deliveries.ts";
import type { Resendable } from "./use-resend.tsx";

export interface DeliveryActionsProps {
  delivery: DeliveryDetail;
  onResend: (delivery: Resendable) => void;
  /** The id of the delivery whose resend is being queued. */
  busyId: string | undefined;
}

/** Send it again, or stop trying. What is not possible now says why. */
export function DeliveryActions({ delivery, onResend, busyId }: DeliveryActionsProps) {
  const { reason } = usePermission("deliveries:resend");
  return (
    <>
      {delivery.status === "retrying" || delivery.status === "pending" ? (
        <CancelRetries delivery={delivery} reason={reason} />
      ) : null}
      <Button
        variant="primary"
        icon={<RotateCw />}
        // A reason would be another button, and take the focus from whoever just pressed this one.
        loading={busyId === delivery.id || delivery.status === "sending"}
        disabledReason={reason ?? whyNotNow(delivery)}
        onClick={() => onResend(delivery)}
      >
        {delivery.status === "retrying" ? "Retry now" : "Resend"}
      </Button>
    </>
  );
}

function whyNotNow({ endpointState }: DeliveryDetail): string | undefined {
  if (endpointState === "deleted") return "The endpoint is deleted";
  if (endpointState === "disabled") return "The endpoint is disabled; enable it first";
  return undefined;
}

function CancelRetries({ delivery, reason }: { delivery: DeliveryDetail; reason: string | undefined }) {
  const cancel = useCancelDelivery();
  const left = delivery.maxAttempts - delivery.scheduleAttempts;
  const button = (
    <Button icon={<Ban />} disabledReason={reason}>
      {delivery.attemptCount === 0 ? "Cancel" : "Cancel retries"}
    </Button>
  );
  if (reason) return button;
  return (
    <ConfirmDialog
      trigger={button}
      title="Stop trying?"
      consequences={`The ${formatCount(left, "attempt")} left will not be made. You can resend the delivery later.`}
      confirmLabel="Cancel retries"
      onConfirm={async () => {
        await cancel.mutateAsync({ params: { id: delivery.id } });
        toast.success("Retries canceled");
      }}
    />
  );
}
