"use client";

import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { formatNumber } from "#components/ui/format.ts";
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
      actions={
        <Button size="sm" onClick={onDismiss}>
          Dismiss
        </Button>
      }
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
          {groups.length > 1 ? <Count value={count} /> : null}
          {reason}
        </li>
      ))}
      {rest > 0 ? <li>{formatNumber(rest)} more for other reasons</li> : null}
    </ul>
  );
}

function Count({ value }: { value: number }) {
  return (
    <>
      <span className="font-medium tabular-nums">{formatNumber(value)}</span> ·{" "}
    </>
  );
}
