"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn.ts";
import { optionStyle, popupStyle } from "./control-style.ts";
import { MenuItemContent, type MenuItemText } from "./menu-item-content.tsx";

export interface MenuProps {
  trigger: ReactElement;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "right";
  className?: string;
}

export function Menu({ trigger, children, align = "end", side = "bottom", className }: MenuProps) {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner align={align} side={side} sideOffset={4} collisionPadding={8} className="z-50">
          <BaseMenu.Popup
            className={cn(popupStyle, "max-h-(--available-height) min-w-44 overflow-y-auto p-1", className)}
          >
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

export interface MenuItemProps extends MenuItemText {
  onSelect: () => void;
  tone?: "plain" | "danger";
  disabled?: boolean;
  /** Disables the item and shows why under its label. */
  disabledReason?: string | undefined;
}

export function MenuItem({
  onSelect,
  tone = "plain",
  disabled = false,
  disabledReason,
  hint,
  ...text
}: MenuItemProps) {
  return (
    <BaseMenu.Item
      onClick={onSelect}
      disabled={disabled || Boolean(disabledReason)}
      className={cn(optionStyle, tone === "danger" && "text-failed data-highlighted:bg-failed-soft")}
    >
      <MenuItemContent {...text} hint={disabledReason ?? hint} />
    </BaseMenu.Item>
  );
}

export function MenuLink({ href, ...text }: MenuItemText & { href: string }) {
  return (
    <BaseMenu.LinkItem render={<Link href={href} />} closeOnClick className={optionStyle}>
      <MenuItemContent {...text} />
    </BaseMenu.LinkItem>
  );
}

export interface MenuChoicesProps<Value extends string> {
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  choices: readonly (MenuItemText & { value: Value })[];
}

/** One of several, inside a menu. */
export function MenuChoices<Value extends string>({
  label,
  value,
  onValueChange,
  choices,
}: MenuChoicesProps<Value>) {
  return (
    <BaseMenu.Group>
      <MenuHeading>{label}</MenuHeading>
      <BaseMenu.RadioGroup value={value} onValueChange={(next: Value) => onValueChange(next)}>
        {choices.map(({ value: choice, ...text }) => (
          <BaseMenu.RadioItem key={choice} value={choice} closeOnClick className={optionStyle}>
            <MenuItemContent {...text} />
            <BaseMenu.RadioItemIndicator>
              <Check className="size-4 text-brass" />
            </BaseMenu.RadioItemIndicator>
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.RadioGroup>
    </BaseMenu.Group>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <BaseMenu.Group>
      <MenuHeading>{label}</MenuHeading>
      {children}
    </BaseMenu.Group>
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
}

function MenuHeading({ children }: { children: ReactNode }) {
  return (
    <BaseMenu.GroupLabel className="px-2 pt-1.5 pb-1 text-faint text-xs">{children}</BaseMenu.GroupLabel>
  );
}
