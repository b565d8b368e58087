"use client";

import { useState } from "react";
import { useShortcuts } from "#components/log/use-shortcuts.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { useCommandKey } from "#components/ui/use-command-key.ts";

const shortcuts: readonly Shortcut[] = [
  { keys: ["?"], does: "Show this list" },
  { keys: ["J", "↓"], does: "Next row of a log" },
  { keys: ["K", "↑"], does: "Previous row of a log" },
  { keys: ["↵"], does: "Open the row" },
  { keys: ["C"], does: "Copy its id" },
  { keys: ["X", "Space"], does: "Select the delivery" },
  { keys: ["⇧ X"], does: "Select all from the last one to it" },
  { keys: ["R"], does: "Resend the delivery, or all selected" },
  { keys: ["Esc"], does: "Close what is open, or clear the selection" },
];

type Shortcut = { keys: readonly string[]; does: string };

/** The list of keys, on `?`. */
export function Shortcuts() {
  const [open, setOpen] = useState(false);
  const search = { keys: [`${useCommandKey()} K`], does: "Search, or go anywhere" };
  useShortcuts({ "?": () => setOpen(true) });
  return (
    <Dialog open={open} onOpenChange={setOpen} size="sm" title="Keyboard shortcuts">
      <dl className="flex flex-col divide-y divide-line">
        {[search, ...shortcuts].map(({ keys, does }) => (
          <div key={does} className="flex items-center justify-between gap-4 py-2">
            <dt className="text-muted">{does}</dt>
            <dd className="flex gap-1.5">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
