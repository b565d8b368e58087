"use client";

import { useEffect, useEffectEvent } from "react";

/** Runs an action for a single key, unless the person is typing or a menu or dialog has the keyboard. */
export function useShortcuts(actions: Partial<Record<string, (event: KeyboardEvent) => void>>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    if (isTaken(event.target)) return;
    actions[event.key]?.(event);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

const takers =
  "input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=combobox], [role=alertdialog], [role=dialog]:not(:has([data-shortcuts]))";

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector("[role=alertdialog], [role=menu], [aria-modal=true]")) return true;
  return target instanceof Element && target.closest(takers) !== null;
}
