"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactElement, type ReactNode, useRef } from "react";
import { cn } from "./cn.ts";
import { IconButton } from "./icon-button.tsx";

export interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The element that opens it; leave out when `open` is controlled elsewhere. */
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg" | "xl";
}

export function Dialog({ trigger, title, description, children, footer, size = "md", ...root }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  return (
    <BaseDialog.Root {...root}>
      {trigger ? <BaseDialog.Trigger render={trigger} /> : null}
      <BaseDialog.Portal>
        {/* Also over a sheet, which leaves the page readable and has none of its own. */}
        <BaseDialog.Backdrop forceRender className={backdropStyle} />
        <BaseDialog.Viewport className={viewportStyle}>
          <BaseDialog.Popup
            ref={popup}
            initialFocus={() => firstControl(body.current) ?? popup.current}
            className={cn(dialogStyle, widths[size])}
          >
            <header className="flex items-start justify-between gap-4 px-5 pt-4">
              <div className="min-w-0 pt-0.5">
                <BaseDialog.Title className="font-semibold text-lg">{title}</BaseDialog.Title>
                {description ? (
                  <BaseDialog.Description className="mt-1 text-base text-muted">
                    {description}
                  </BaseDialog.Description>
                ) : null}
              </div>
              <BaseDialog.Close render={<IconButton label="Close" icon={<X />} className="-mr-2" />} />
            </header>
            <div ref={body} className="min-h-0 overflow-y-auto px-5 py-4">
              {children}
            </div>
            {footer ? <DialogFooter>{footer}</DialogFooter> : null}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

// The close button comes first in the dialog, but is not what it was opened for; focused, it would answer Escape with its tooltip.
function firstControl(body: HTMLElement | null): HTMLElement | undefined {
  const controls = body?.querySelectorAll<HTMLElement>(
    "input, textarea, select, button, [role=checkbox], [role=radio]",
  );
  return [...(controls ?? [])].find((control) => control.tabIndex >= 0 && !control.matches(outOfReach));
}

const outOfReach = "[type=hidden], [aria-hidden=true], :disabled, [aria-disabled=true], [data-disabled]";

/** Buttons at the foot of a dialog, for a form that must wrap its fields and its buttons together. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3 max-sm:flex-col-reverse">
      {children}
    </footer>
  );
}

/** The same for a form that is the dialog's whole body; stays in sight while a long one scrolls. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <div className="sticky -bottom-4 -mx-5 -mb-4 flex flex-wrap items-center justify-end gap-2 border-line border-t bg-raised px-5 py-3 max-sm:flex-col-reverse max-sm:items-stretch">
      {children}
    </div>
  );
}

export const DialogClose = BaseDialog.Close;

export const backdropStyle =
  "fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0";

export const viewportStyle =
  "fixed inset-0 z-40 flex items-center justify-center p-4 max-sm:items-end max-sm:p-2";

export const dialogStyle =
  "float-motion flex max-h-full w-full flex-col overflow-hidden rounded-lg border border-line bg-raised text-ink shadow-overlay outline-none";

const widths = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-3xl", xl: "max-w-6xl" };
