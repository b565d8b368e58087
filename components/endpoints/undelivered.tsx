"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { scopeOf, usualDraft } from "#components/replays/draft.ts";
import { Callout } from "#components/ui/callout.tsx";
import { formatCount } from "#components/ui/format.ts";
import { usePermission } from "#lib/client/permission.ts";
import { replayPreviewQuery } from "#lib/client/replays.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { RecoverButton } from "./recover-button.tsx";
import type { Recovery } from "./use-recovery.tsx";

const recountMs = 30_000;
/** A failure now and then is part of any day, and resent from its own row. */
const worthTheNote = 5;

interface UndeliveredProps extends Pick<Recovery, "recover"> {
  endpoint: Endpoint;
}

/** What an endpoint that works has missed in the last day, for those who may resend it; nothing when it missed nothing. */
export function Undelivered({ endpoint, recover }: UndeliveredProps) {
  const { id: tenantId } = useTenant();
  const { isAllowed } = usePermission("deliveries:resend");
  const [openedAt] = useState(() => new Date());
  const { data } = useQuery({
    ...replayPreviewQuery(tenantId, scopeOf({ ...usualDraft, endpoint: endpoint.id }, openedAt)),
    enabled: isAllowed,
    refetchInterval: recountMs,
  });
  if (!data || data.count < worthTheNote) return null;
  return (
    <Callout
      title={`${data.isExact ? "" : "At least "}${formatCount(data.count, "delivery", "deliveries")} of the last 24 hours did not arrive`}
      actions={<RecoverButton onClick={() => recover()} />}
      className="mb-6"
    >
      Failed, canceled or still retrying. Resend them now that the endpoint works.
    </Callout>
  );
}
