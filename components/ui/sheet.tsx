"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactElement, type ReactNode, useRef } from "react";
import { cn } from "./cn.ts";
import { IconButton } from "./icon-button.tsx";

export interface SheetProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement;
  title: ReactNode;
  /** Under the title: status, id, times. */
  summary?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  /** false keeps the page behind readable and clickable, for walking a list with the sheet open. */
  modal?: boolean;
  width?: "md" | "lg";
  /** Where the focus goes on closing, when that is not where it came from. */
  finalFocus?: () => HTMLElement | null;
}

/** A panel from the right, beside the list it came from; the whole screen on a phone. */
export function Sheet(props: SheetProps) {
  const { trigger, title, summary, actions, children, footer, modal = true, ...rest } = props;
  const { width = "lg", finalFocus = null, ...root } = rest;
  const popup = useRef<HTMLDivElement>(null);
  return (
    <BaseDialog.Root modal={modal} disablePointerDismissal={!modal} {...root}>
      {trigger ? <BaseDialog.Trigger render={trigger} /> : null}
      <BaseDialog.Portal>
        {modal ? <BaseDialog.Backdrop className={backdropStyle} /> : null}
        <BaseDialog.Popup
          ref={popup}
          initialFocus={popup}
          finalFocus={finalFocus ?? true}
          className={cn(sheetStyle, width === "lg" ? "sm:max-w-180" : "sm:max-w-120")}
        >
          <div className="flex items-start gap-3 border-line border-b px-5 py-3">
            <div className="min-w-0 flex-1 py-1">
              <BaseDialog.Title className="break-words font-semibold text-lg">{title}</BaseDialog.Title>
              {summary ? <div className="mt-1 text-muted text-sm">{summary}</div> : null}
            </div>
            <div className="flex shrink-0 items-center gap-1.5">
              {actions}
              <BaseDialog.Close
                render={<IconButton label="Close" hint="Esc" icon={<X />} className="-mr-2" />}
              />
            </div>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
          {footer ? (
            <div className="flex justify-end gap-2 border-line border-t px-5 py-3">{footer}</div>
          ) : null}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

const backdropStyle =
  "fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0";

const sheetStyle = [
  "fixed inset-y-0 right-0 z-40 flex w-full flex-col bg-surface text-ink shadow-overlay outline-none sm:border-line sm:border-l",
  "transition-transform duration-180 data-ending-style:translate-x-full data-starting-style:translate-x-full",
];
