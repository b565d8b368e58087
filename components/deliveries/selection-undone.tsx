"use client";

import { X } from "lucide-react";
import { Callout } from "#components/ui/callout.tsx";
import { formatNumber } from "#components/ui/format.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { groupRefusals } from "./group-refusals.ts";
import type { Undone } from "./use-selection-actions.tsx";

const mostReasons = 4;

/** What was not done and why, until it is read. */
export function SelectionUndone({ undone, onDismiss }: { undone: Undone; onDismiss: () => void }) {
  return (
    <Callout
      tone="warn"
      live
      title={undone.title}
      actions={<IconButton label="Dismiss" icon={<X />} size="sm" onClick={onDismiss} />}
      className="pointer-events-auto mb-2 w-full max-w-xl self-center shadow-float"
    >
      {"message" in undone ? undone.message : <Reasons refused={undone.refused} />}
    </Callout>
  );
}

function Reasons({ refused }: { refused: Parameters<typeof groupRefusals>[0] }) {
  const groups = groupRefusals(refused);
  const rest = groups.slice(mostReasons).reduce((sum, { count }) => sum + count, 0);
  return (
    <ul className="flex flex-col gap-0.5">
      {groups.slice(0, mostReasons).map(({ reason, count }) => (
        <li key={reason} className="wrap-anywhere">
          <span className="font-medium tabular-nums">{formatNumber(count)}</span> · {reason}
        </li>
      ))}
      {rest > 0 ? <li>{formatNumber(rest)} more for other reasons</li> : null}
    </ul>
  );
}
