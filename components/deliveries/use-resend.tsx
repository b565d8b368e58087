"use client";

import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { useRetryDelivery } from "#lib/client/deliveries.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { Delivery } from "#lib/contracts/deliveries.ts";

export type Resendable = Pick<Delivery, "id" | "status" | "eventType" | "endpointUrl">;

export interface Resend {
  /** Queues the delivery again; one that arrived already is asked about first. */
  resend: (delivery: Resendable) => void;
  busyId: string | undefined;
  /** Render it once. */
  dialog: ReactNode;
}

export function useResend(): Resend {
  const retry = useRetryDelivery();
  const { isAllowed, reason } = usePermission("deliveries:resend");
  const [asked, setAsked] = useState<Resendable>();
  const busyId = retry.isPending ? retry.variables.params.id : undefined;
  const queue = async ({ id, endpointUrl }: Resendable) => {
    await retry.mutateAsync({ params: { id } });
    toast.success("Queued", { description: `Will be sent to ${endpointUrl.slice(0, 120)} at once.` });
  };
  const resend = (delivery: Resendable) => {
    if (!isAllowed) return void toast.error("You may not resend", { description: reason ?? "" });
    // The button is out of reach by then; the key is not.
    if (delivery.id === busyId) return;
    if (delivery.status === "delivered") return setAsked(delivery);
    return void queue(delivery).catch((error: unknown) =>
      toast.error("It was not resent", { description: messageOf(error) }),
    );
  };
  const dialog = (
    <ConfirmDialog
      open={asked !== undefined}
      onOpenChange={(isOpen) => isOpen || setAsked(undefined)}
      title="Send it again?"
      consequences={
        <>
          This delivery of <bdi className="font-medium text-ink">{asked?.eventType}</bdi> arrived. The
          endpoint will receive it a second time, with the same{" "}
          <code className="font-mono text-sm">webhook-id</code>.
        </>
      }
      confirmLabel="Send again"
      tone="primary"
      onConfirm={() => asked && queue(asked)}
    />
  );
  return { resend, busyId, dialog };
}
