"use client";

import type { RefObject } from "react";
import { useCopyNotice } from "#components/log/use-copy-notice.ts";
import { useRowWalk } from "#components/log/use-row-walk.ts";
import type { LogSelection } from "#components/log/use-selection.ts";
import { useShortcuts } from "#components/log/use-shortcuts.ts";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import type { useOpenDelivery } from "./use-open-delivery.ts";
import type { Resendable } from "./use-resend.tsx";
import { useResendKey } from "./use-resend-key.ts";

export interface DeliveryKeysOptions {
  container: RefObject<HTMLElement | null>;
  rows: readonly Delivery[];
  opened: ReturnType<typeof useOpenDelivery>;
  selection: LogSelection<Delivery>;
  onResend: (delivery: Resendable) => void;
  /** Resends all that is chosen. */
  onResendAll: () => void;
}

/** The keys of a delivery log: those that walk it, and with something chosen r resends all of it and Esc lets go of it. */
export function useDeliveryKeys(options: DeliveryKeysOptions): void {
  const { container, rows, opened, selection, onResend, onResendAll } = options;
  const resendOne = useResendKey(rows, onResend);
  const hasChosen = selection.rows.length > 0;
  useRowWalk({
    container,
    openId: opened.openId,
    onWalkOpen: opened.open,
    onCopy: useCopyNotice(),
    onResend: hasChosen ? onResendAll : resendOne,
    onSelect: selection.toggle,
  });
  useShortcuts({
    Escape: () => {
      if (hasChosen && opened.openId === null) selection.clear();
    },
  });
}
