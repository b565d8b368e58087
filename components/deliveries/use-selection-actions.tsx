"use client";

import { type ReactNode, useState } from "react";
import type { LogSelection } from "#components/log/use-selection.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { formatCount, formatNumber } from "#components/ui/format.ts";
import { toast } from "#components/ui/toast.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import {
  type Outcome,
  outcomeOf,
  useCancelDeliveries,
  useRetryDeliveries,
} from "#lib/client/selected-deliveries.ts";
import type { Delivery } from "#lib/contracts/deliveries.ts";

/** What an action on a selection left undone, and why. */
export type Undone = { title: string; refused: Outcome["refused"] } | { title: string; message: string };

export interface SelectionActions {
  /** Queues all of the selection again; what arrived already is asked about first. */
  resend: () => void;
  isResending: boolean;
  /** Asks, then stops the retries of those that wait for one. */
  cancel: () => void;
  undone: Undone | undefined;
  dismiss: () => void;
  /** Render it once. */
  dialog: ReactNode;
}

/** What can be done to chosen deliveries. Those it could not be done to stay chosen. */
export function useSelectionActions(selection: LogSelection<Delivery>): SelectionActions {
  const retry = useRetryDeliveries();
  const cancel = useCancelDeliveries();
  const { isAllowed, reason } = usePermission("deliveries:resend");
  const [asked, setAsked] = useState<"resend" | "cancel">();
  const [undone, setUndone] = useState<Undone>();
  const { rows } = selection;
  const settle = ({ done, refused }: Outcome, verb: string) => {
    selection.keep(refused.map(({ id }) => id));
    if (done.length > 0) toast.success(`${verb} ${formatNumber(done.length)}`);
    const title = `${formatNumber(refused.length)} of ${formatNumber(rows.length)} not ${verb.toLowerCase()}`;
    setUndone(refused.length > 0 ? { title, refused } : undefined);
  };
  const queue = async () => {
    const answer = await retry.mutateAsync({ body: { ids: rows.map(({ id }) => id) } });
    settle(outcomeOf(answer), "Queued");
  };
  const resend = () => {
    if (!isAllowed) return void toast.error("You may not resend", { description: reason ?? "" });
    if (retry.isPending || rows.length === 0) return;
    if (rows.some(({ status }) => status === "delivered")) return setAsked("resend");
    void queue().catch((error: unknown) =>
      setUndone({ title: "Nothing was resent", message: messageOf(error) }),
    );
  };
  return {
    resend,
    isResending: retry.isPending,
    cancel: () => setAsked("cancel"),
    undone,
    dismiss: () => setUndone(undefined),
    dialog: (
      <>
        <ResendDialog
          rows={rows}
          open={asked === "resend"}
          onClose={() => setAsked(undefined)}
          onConfirm={queue}
        />
        <CancelDialog
          rows={rows}
          open={asked === "cancel"}
          onClose={() => setAsked(undefined)}
          onConfirm={async (ids) =>
            settle(outcomeOf(await cancel.mutateAsync({ body: { ids } })), "Canceled")
          }
        />
      </>
    ),
  };
}

type DialogProps<Confirm> = {
  rows: readonly Delivery[];
  open: boolean;
  onClose: () => void;
  onConfirm: Confirm;
};

function ResendDialog({ rows, open, onClose, onConfirm }: DialogProps<() => Promise<void>>) {
  const arrived = rows.filter(({ status }) => status === "delivered").length;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={`Send ${formatCount(rows.length, "delivery", "deliveries")} again?`}
      consequences={
        <>
          {arrived === rows.length ? "They" : formatNumber(arrived)} arrived already. Their endpoints will
          receive them a second time, with the same <code className="font-mono text-sm">webhook-id</code>.
        </>
      }
      confirmLabel={`Send ${formatNumber(rows.length)} again`}
      tone="primary"
      onConfirm={onConfirm}
    />
  );
}

function CancelDialog({ rows, open, onClose, onConfirm }: DialogProps<(ids: string[]) => Promise<void>>) {
  const waiting = rows.filter(isWaiting);
  const others = rows.length - waiting.length;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={`Stop trying ${formatCount(waiting.length, "delivery", "deliveries")}?`}
      consequences={
        <>
          The attempts that are left will not be made. You can resend them later.
          {others > 0
            ? ` The other ${formatNumber(others)} selected wait for nothing and stay as they are.`
            : ""}
        </>
      }
      confirmLabel={`Cancel ${formatNumber(waiting.length)}`}
      onConfirm={() => onConfirm(waiting.map(({ id }) => id))}
    />
  );
}

/** Whether a delivery waits for an attempt that can be called off. */
export function isWaiting({ status }: Pick<Delivery, "status">): boolean {
  return status === "pending" || status === "retrying";
}
