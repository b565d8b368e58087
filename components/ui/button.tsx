"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import { type ComponentProps, type ReactNode, useId } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";
import { Spinner } from "./spinner.tsx";
import { Tooltip } from "./tooltip.tsx";

export interface ButtonProps extends Omit<ComponentProps<"button">, "size">, ButtonStyle {
  icon?: ReactNode;
  /** Work is under way: shows a spinner, keeps the label and the focus, ignores presses. */
  loading?: boolean | undefined;
  /** Disables the button and says why to pointer, keyboard and screen reader alike. */
  disabledReason?: string | undefined;
}

export function Button({ disabledReason, ...props }: ButtonProps) {
  const reasonId = useId();
  if (!disabledReason) return <PlainButton {...props} />;
  return (
    <>
      <Tooltip content={disabledReason}>
        <PlainButton {...props} disabled aria-describedby={reasonId} />
      </Tooltip>
      <span id={reasonId} className="sr-only">
        {disabledReason}
      </span>
    </>
  );
}

function PlainButton(props: Omit<ButtonProps, "disabledReason">) {
  const {
    variant,
    size,
    icon,
    loading = false,
    disabled,
    className,
    children,
    type = "button",
    ...rest
  } = props;
  return (
    <BaseButton
      type={type}
      disabled={disabled || loading}
      focusableWhenDisabled
      aria-busy={loading || undefined}
      className={cn(buttonStyle({ variant, size }), className)}
      {...rest}
    >
      {loading ? <Spinner /> : icon}
      {children}
    </BaseButton>
  );
}
