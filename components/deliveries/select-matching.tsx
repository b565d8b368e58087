"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { scopeOf } from "#components/replays/draft.ts";
import { ResendMany } from "#components/replays/resend-many.tsx";
import { Button } from "#components/ui/button.tsx";
import { formatNumber } from "#components/ui/format.ts";
import { usePermission } from "#lib/client/permission.ts";
import { replayPreviewQuery } from "#lib/client/replays.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { ReplayPreview } from "#lib/contracts/replays.ts";
import { draftOf, holdsAll, whyNotScope } from "./matching.ts";
import type { ResendMatchingProps } from "./resend-matching.tsx";

/** Goes on from a whole page to all that the log is filtered for, on every page: with their count, to a replay. */
export function SelectMatching({ choices, fixed }: ResendMatchingProps) {
  const { id } = useTenant();
  const { reason } = usePermission("deliveries:resend");
  const [askedAt] = useState(() => new Date());
  const [isOpen, setOpen] = useState(false);
  const draft = draftOf(choices, fixed);
  const disabledReason = reason ?? whyNotScope(choices);
  const preview = useQuery({
    ...replayPreviewQuery(id, scopeOf(draft, askedAt)),
    enabled: disabledReason === undefined,
  });
  const which = holdsAll(choices) ? "matching" : "that did not arrive";
  return (
    <>
      <Button
        variant="ghost"
        disabledReason={disabledReason}
        onClick={() => setOpen(true)}
        className="text-sm max-sm:order-2 max-sm:w-full"
      >
        Select all {countOf(preview.isPlaceholderData ? undefined : preview.data)}
        {which}…
      </Button>
      <ResendMany open={isOpen} onOpenChange={setOpen} draft={draft} />
    </>
  );
}

function countOf(preview: ReplayPreview | undefined): string {
  if (!preview) return "";
  return `${formatNumber(preview.count)}${preview.isExact ? "" : "+"} `;
}
