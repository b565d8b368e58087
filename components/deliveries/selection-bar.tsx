"use client";

import { Ban, RotateCw, X } from "lucide-react";
import { PageCheckbox } from "#components/log/select-cell.tsx";
import type { LogSelection } from "#components/log/use-selection.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { formatNumber } from "#components/ui/format.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { usePermission } from "#lib/client/permission.ts";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import { mostSelected } from "#lib/contracts/selected-deliveries.ts";
import { SelectionUndone } from "./selection-undone.tsx";
import { isWaiting, type SelectionActions } from "./use-selection-actions.tsx";

export interface SelectionBarProps {
  selection: LogSelection<Delivery>;
  /** How many of the selection are on the page. */
  shownCount: number;
  actions: SelectionActions;
  /** Stands at the side, out of the way of the open delivery. */
  isAside: boolean;
  /** What to do about all that the filter finds, once the whole page is chosen. */
  children: React.ReactNode;
}

/** What can be done to what is chosen, in sight wherever the log is scrolled to. */
export function SelectionBar({ selection, shownCount, actions, isAside, children }: SelectionBarProps) {
  const count = selection.rows.length;
  return (
    <div className="pointer-events-none sticky bottom-4 z-20 mt-1 flex flex-col max-sm:bottom-2">
      <p role="status" className="sr-only">
        {count > 0 ? `${formatNumber(count)} selected` : ""}
      </p>
      {actions.undone ? <SelectionUndone undone={actions.undone} onDismiss={actions.dismiss} /> : null}
      {count > 0 ? (
        <section
          aria-label="Selection"
          className={cn(
            "float-motion pointer-events-auto flex w-fit max-w-full flex-wrap items-center gap-x-1 gap-y-1.5 rounded-lg border border-line bg-raised p-1.5 shadow-overlay max-sm:w-full",
            isAside ? "mr-auto" : "mx-auto",
          )}
        >
          <Count selection={selection} shownCount={shownCount} />
          <Actions selection={selection} actions={actions} />
          {children}
        </section>
      ) : null}
    </div>
  );
}

function Count({ selection, shownCount }: Pick<SelectionBarProps, "selection" | "shownCount">) {
  const count = selection.rows.length;
  const elsewhere = count - shownCount;
  return (
    <span className="flex items-center gap-3 px-2 text-base tabular-nums max-sm:grow max-sm:basis-2/3">
      <PageCheckbox selection={selection} className="sm:hidden" />
      <span>
        <span className="font-medium">{formatNumber(count)} selected</span>
        {count === mostSelected ? <span className="text-muted">, the most at once</span> : null}
        {elsewhere > 0 ? (
          <span className="text-muted"> · {formatNumber(elsewhere)} not on this page</span>
        ) : null}
      </span>
    </span>
  );
}

function Actions({ selection, actions }: Pick<SelectionBarProps, "selection" | "actions">) {
  const { reason } = usePermission("deliveries:resend");
  const { rows, clear } = selection;
  const waiting = rows.filter(isWaiting).length;
  return (
    <>
      <Button
        variant="primary"
        icon={<RotateCw />}
        loading={actions.isResending}
        disabledReason={reason}
        onClick={actions.resend}
        className="max-sm:order-1 max-sm:flex-1"
      >
        Resend {formatNumber(rows.length)}
      </Button>
      <Button
        variant="ghost"
        icon={<Ban />}
        disabledReason={reason ?? (waiting === 0 ? "None of them waits for an attempt" : undefined)}
        onClick={actions.cancel}
        className="max-sm:order-1 max-sm:flex-1"
      >
        {waiting === rows.length || waiting === 0
          ? "Cancel retries"
          : `Cancel ${formatNumber(waiting)} waiting`}
      </Button>
      <IconButton
        label="Clear selection"
        hint="Esc"
        side="top"
        icon={<X />}
        onClick={clear}
        className="sm:order-last"
      />
    </>
  );
}
