"use client";

import { History } from "lucide-react";
import { useRouter } from "next/navigation";
import { parseAsArrayOf, parseAsBoolean, parseAsStringLiteral, useQueryStates } from "nuqs";
import { parseAsLogRange } from "#components/log/log-range.ts";
import { parseAsValid } from "#components/log/parse-valid.ts";
import { Button } from "#components/ui/button.tsx";
import { usePermission } from "#lib/client/permission.ts";
import { id } from "#lib/contracts/ids.ts";
import { replayableStatuses } from "#lib/contracts/replays.ts";
import { usualDraft } from "./draft.ts";
import { ResendMany } from "./resend-many.tsx";

const parsers = {
  new: parseAsBoolean.withDefault(false),
  endpoint: parseAsValid(id("endpoint")),
  status: parseAsArrayOf(parseAsStringLiteral(replayableStatuses)).withDefault(usualDraft.statuses),
  range: parseAsLogRange.withDefault(usualDraft.range),
};

/** The button that starts a replay; its dialog also opens by address. */
export function NewReplay() {
  const router = useRouter();
  const { reason } = usePermission("deliveries:resend");
  const [{ new: isOpen, endpoint, status, range }, setParameters] = useQueryStates(parsers);
  const toggle = (open: boolean) =>
    void setParameters(open ? { new: true } : null, { history: open ? "push" : "replace" });
  return (
    <>
      <Button variant="primary" icon={<History />} disabledReason={reason} onClick={() => toggle(true)}>
        Resend many…
      </Button>
      <ResendMany
        open={isOpen && !reason}
        onOpenChange={toggle}
        onStarted={(path) => router.replace(path)}
        draft={{ ...usualDraft, endpoint, statuses: status, range }}
      />
    </>
  );
}
