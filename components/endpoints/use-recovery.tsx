"use client";

import { type ReactNode, useState } from "react";
import { usualDraft } from "#components/replays/draft.ts";
import { ResendMany } from "#components/replays/resend-many.tsx";
import type { TimeRange } from "#components/ui/time-range.ts";
import type { Endpoint } from "#lib/contracts/endpoints.ts";

export interface Recovery {
  /** Opens the dialog for deliveries made in this range; the last day unless given. */
  recover: (range?: TimeRange) => void;
  /** Belongs where it stays although the button goes: one that is tried and arrives ends the trouble that offered it. */
  dialog: ReactNode;
}

/** Resends what an endpoint has missed. */
export function useRecovery(endpoint: Pick<Endpoint, "id" | "url">): Recovery {
  const [isOpen, setOpen] = useState(false);
  const [range, setRange] = useState(usualDraft.range);
  const recover = (missed = usualDraft.range) => {
    setRange(missed);
    setOpen(true);
  };
  const dialog = (
    <ResendMany
      open={isOpen}
      onOpenChange={setOpen}
      title="Recover what it missed"
      draft={{ ...usualDraft, endpoint: endpoint.id, range }}
      fixedEndpoint={<span className="font-mono text-sm">{endpoint.url}</span>}
    />
  );
  return { recover, dialog };
}
