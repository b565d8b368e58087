"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReplayDraft, scopeOf, usualDraft } from "#components/replays/draft.ts";
import { formatCount, formatDuration } from "#components/ui/format.ts";
import { useClock } from "#components/ui/use-clock.ts";
import { usePermission } from "#lib/client/permission.ts";
import { replayPreviewQuery } from "#lib/client/replays.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { missedSince } from "./missed-range.ts";

const recountMs = 30_000;

export interface FailingTitleProps {
  endpoint: Pick<Endpoint, "id">;
  /** When it began to fail. */
  since: string;
}

/** How many deliveries failed lately, for those who may resend them; for others, that they fail. */
export function FailingTitle({ endpoint, since }: FailingTitleProps) {
  const { id: tenantId } = useTenant();
  const { isAllowed } = usePermission("deliveries:resend");
  const until = new Date(useClock((now) => Math.ceil(now.getTime() / recountMs) * recountMs));
  const range = { since: missedSince(since), until };
  const draft: ReplayDraft = {
    ...usualDraft,
    endpoint: endpoint.id,
    statuses: ["failed", "retrying"],
    range,
  };
  const { data } = useQuery({
    ...replayPreviewQuery(tenantId, scopeOf(draft, until)),
    enabled: isAllowed,
    // The clock asks anew; until that is answered the former count stands.
    placeholderData: keepPreviousData,
  });
  if (!data || data.count === 0) return "Deliveries to this endpoint are failing";
  const failed = `${data.isExact ? "" : "At least "}${formatCount(data.count, "delivery", "deliveries")} failed`;
  return `${failed} in the last ${formatDuration(until.getTime() - range.since.getTime())}`;
}
