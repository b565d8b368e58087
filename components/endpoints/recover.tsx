"use client";

import { History } from "lucide-react";
import { useState } from "react";
import { usualDraft } from "#components/replays/draft.ts";
import { ResendMany } from "#components/replays/resend-many.tsx";
import { Button } from "#components/ui/button.tsx";
import type { TimeRange } from "#components/ui/time-range.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { Endpoint } from "#lib/contracts/endpoints.ts";

export interface RecoverProps {
  endpoint: Pick<Endpoint, "id" | "url">;
  /** When the deliveries were made; the last day unless given. */
  range?: TimeRange | undefined;
}

/** Resends what an endpoint has missed. */
export function Recover({ endpoint, range = usualDraft.range }: RecoverProps) {
  const { reason } = usePermission("deliveries:resend");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" icon={<History />} disabledReason={reason} onClick={() => setOpen(true)}>
        Recover…
      </Button>
      <ResendMany
        open={isOpen}
        onOpenChange={setOpen}
        title="Recover what it missed"
        draft={{ ...usualDraft, endpoint: endpoint.id, range }}
        fixedEndpoint={<span className="font-mono text-sm">{endpoint.url}</span>}
      />
    </>
  );
}
