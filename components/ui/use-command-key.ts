import { useSyncExternalStore } from "react";

/** What the key for commands is called on this computer; "Ctrl" until the browser has said. */
export function useCommandKey(): "⌘" | "Ctrl" {
  return useSyncExternalStore(neverChanges, commandKey, () => "Ctrl");
}

function neverChanges(): () => void {
  return () => undefined;
}

function commandKey(): "⌘" | "Ctrl" {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";
}
