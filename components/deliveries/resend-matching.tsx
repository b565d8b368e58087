"use client";

import { History } from "lucide-react";
import { useState } from "react";
import { type ReplayDraft, usualDraft } from "#components/replays/draft.ts";
import { ResendMany } from "#components/replays/resend-many.tsx";
import { Button } from "#components/ui/button.tsx";
import { usePermission } from "#lib/client/permission.ts";
import { type ReplayableStatus, replayableStatuses } from "#lib/contracts/replays.ts";
import type { DeliveryChoices, FixedDeliveryFilter } from "./use-delivery-filter.ts";

export interface ResendMatchingProps {
  choices: DeliveryChoices;
  fixed: FixedDeliveryFilter;
}

/** Resends what the log is filtered for. A search and the deliveries of another replay are no scope of a replay. */
export function ResendMatching({ choices, fixed }: ResendMatchingProps) {
  const { reason } = usePermission("deliveries:resend");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        icon={<History />}
        className="text-sm"
        disabledReason={reason ?? whyNot(choices)}
        onClick={() => setOpen(true)}
      >
        Resend many…
      </Button>
      <ResendMany open={isOpen} onOpenChange={setOpen} draft={draftOf(choices, fixed)} />
    </>
  );
}

function whyNot({ q, replay }: DeliveryChoices): string | undefined {
  if (q.trim()) return "Clear the search first: filters can be resent, a search cannot";
  if (replay) return "Clear the replay filter first";
  return undefined;
}

function draftOf(choices: DeliveryChoices, fixed: FixedDeliveryFilter): ReplayDraft {
  const statuses = choices.status.filter(isReplayable);
  return {
    endpoint: fixed.endpoint ?? choices.endpoint,
    application: fixed.application ?? choices.application,
    eventTypes: fixed.eventType ? [fixed.eventType] : choices.type,
    statuses: statuses.length > 0 ? statuses : usualDraft.statuses,
    responseStatus: choices.code,
    errorKinds: choices.error,
    range: choices.range,
  };
}

function isReplayable(status: string): status is ReplayableStatus {
  return (replayableStatuses as readonly string[]).includes(status);
}
