"use client";

import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

export interface TooltipProps {
  content: ReactNode;
  /** The one element that the tooltip belongs to; it must take a ref and pass its props on. */
  children: ReactElement;
  side?: "top" | "right" | "bottom" | "left";
  /** Stays while the element is pressed, to say what came of it. */
  answers?: boolean;
}

export function Tooltip({ content, children, side = "top", answers = false }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} closeOnClick={!answers} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-60">
          <BaseTooltip.Popup className="float-motion max-w-72 rounded-md bg-ink px-2 py-1 text-paper text-xs shadow-float">
            {content}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}

export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <BaseTooltip.Provider delay={350} closeDelay={60}>
      {children}
    </BaseTooltip.Provider>
  );
}
