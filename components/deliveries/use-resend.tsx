"use client";

import { type ReactNode, useRef, useState } from "react";
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
  /** Why the delivery of this id was not queued, when it is the last one that was asked for. */
  refusalOf: (id: string) => string | undefined;
  /** Render it once. */
  dialog: ReactNode;
}

export function useResend(): Resend {
  const retry = useRetryDelivery();
  const { isAllowed, reason } = usePermission("deliveries:resend");
  const [asked, setAsked] = useState<Resendable>();
  const [refused, setRefused] = useState<{ id: string; message: string }>();
  const underWay = useRef<string>(undefined);
  const queue = async ({ id, endpointUrl }: Resendable) => {
    underWay.current = id;
    await retry.mutateAsync({ params: { id } }).finally(() => {
      underWay.current = undefined;
    });
    toast.success("Queued", { description: `Will be sent to ${endpointUrl.slice(0, 120)} at once.` });
  };
  const refuse = (id: string, message: string) => {
    setRefused({ id, message });
    toast.error("It was not resent", { description: message });
  };
  const resend = (delivery: Resendable) => {
    if (!isAllowed) return void toast.error("You may not resend", { description: reason ?? "" });
    // The button is out of reach by then; the key is not.
    if (delivery.id === underWay.current) return;
    setRefused(undefined);
    if (delivery.status === "delivered") return setAsked(delivery);
    return void queue(delivery).catch((error: unknown) => refuse(delivery.id, messageOf(error)));
  };
  return {
    resend,
    busyId: retry.isPending ? retry.variables.params.id : undefined,
    refusalOf: (id) => (refused?.id === id ? refused.message : undefined),
    dialog: <SendItAgain delivery={asked} onClose={() => setAsked(undefined)} onConfirm={queue} />,
  };
}

type SendItAgainProps = {
  /** What arrived already; nothing while the dialog is closed. */
  delivery: Resendable | undefined;
  onClose: () => void;
  onConfirm: (delivery: Resendable) => Promise<void>;
};

function SendItAgain({ delivery, onClose, onConfirm }: SendItAgainProps) {
  return (
    <ConfirmDialog
      open={delivery !== undefined}
      onOpenChange={(isOpen) => isOpen || onClose()}
      title="Send it again?"
      consequences={
        <>
          This delivery of <bdi className="font-medium text-ink">{delivery?.eventType}</bdi> arrived. The
          endpoint will receive it a second time, with the same{" "}
          <code className="font-mono text-sm">webhook-id</code>.
        </>
      }
      confirmLabel="Send again"
      tone="primary"
      onConfirm={() => delivery && onConfirm(delivery)}
    />
  );
}
