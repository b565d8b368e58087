"use client";

import { History } from "lucide-react";
import { useState } from "react";
import { ResendMany } from "#components/replays/resend-many.tsx";
import { Button } from "#components/ui/button.tsx";
import { usePermission } from "#lib/client/permission.ts";
import { draftOf, whyNotScope } from "./matching.ts";
import type { DeliveryChoices, FixedDeliveryFilter } from "./use-delivery-filter.ts";

export interface ResendMatchingProps {
  choices: DeliveryChoices;
  fixed: FixedDeliveryFilter;
}

/** Resends what the log is filtered for, by a replay. */
export function ResendMatching({ choices, fixed }: ResendMatchingProps) {
  const { reason } = usePermission("deliveries:resend");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        icon={<History />}
        className="text-sm max-sm:px-2"
        disabledReason={reason ?? whyNotScope(choices)}
        onClick={() => setOpen(true)}
      >
        Resend many…
      </Button>
      <ResendMany open={isOpen} onOpenChange={setOpen} draft={draftOf(choices, fixed)} />
    </>
  );
}
