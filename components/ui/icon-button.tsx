"use client";

import { Button, type ButtonProps } from "./button.tsx";
import { cn } from "./cn.ts";
import { Tooltip, type TooltipProps } from "./tooltip.tsx";

export interface IconButtonProps extends Omit<ButtonProps, "children" | "aria-label" | "icon"> {
  /** The button's name, spoken and shown as its tooltip. */
  label: string;
  icon: ButtonProps["icon"];
  /** A keyboard shortcut or other addition shown after the label. */
  hint?: string;
  side?: TooltipProps["side"];
}

export function IconButton({
  label,
  hint,
  side = "bottom",
  variant = "ghost",
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <Button aria-label={label} variant={variant} className={cn(square(rest.size), className)} {...rest} />
  );
  if (rest.disabledReason) return button;
  return (
    <Tooltip content={hint ? `${label} · ${hint}` : label} side={side}>
      {button}
    </Tooltip>
  );
}

function square(size: ButtonProps["size"]): string {
  if (size === "sm") return "w-7 px-0 max-sm:w-11 max-sm:px-0";
  if (size === "lg") return "w-10 px-0 max-sm:w-12 max-sm:px-0";
  return "w-8 px-0 max-sm:w-11 max-sm:px-0";
}
