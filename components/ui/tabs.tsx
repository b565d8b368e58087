"use client";

import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { tabListStyle, tabStyle } from "./tab-style.ts";
import { useScrollLine } from "./use-scroll-line.ts";

export interface Tab<Value extends string> {
  value: Value;
  label: ReactNode;
  /** Shown after the label. */
  count?: ReactNode;
  content: ReactNode;
}

export interface TabsProps<Value extends string> {
  label: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** At the far end of the tab line. */
  aside?: ReactNode;
  className?: string;
}

/** Parts of one thing, on one page. Keep the value in the URL; for pages of their own use LinkTabs. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onValueChange,
  aside,
  className,
}: TabsProps<Value>) {
  const line = useScrollLine();
  return (
    <BaseTabs.Root
      value={value}
      onValueChange={(next: Value) => onValueChange(next)}
      className={cn("min-w-0", className)}
    >
      <div className="flex items-center justify-between gap-4 border-line border-b max-sm:gap-1">
        <BaseTabs.List ref={line} aria-label={label} activateOnFocus className={tabListStyle}>
          {tabs.map((tab) => (
            <BaseTabs.Tab key={tab.value} value={tab.value} className={tabStyle}>
              {tab.label}
              {tab.count === undefined ? null : <span className="text-faint text-sm">{tab.count}</span>}
            </BaseTabs.Tab>
          ))}
        </BaseTabs.List>
        {aside}
      </div>
      {tabs.map((tab) => (
        <BaseTabs.Panel key={tab.value} value={tab.value} className="min-w-0 pt-4 outline-offset-4">
          {tab.content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
