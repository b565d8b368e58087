"use client";

import { useQuery } from "@tanstack/react-query";
import { formatCount } from "#components/ui/format.ts";
import { deliveriesQuery } from "#lib/client/deliveries.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Application } from "#lib/contracts/applications.ts";

const counted = 100;

/** What deleting an application takes along, counted at this moment. */
export function DeletionCounts({ application }: { application: Application }) {
  const { id } = useTenant();
  const { data } = useQuery(
    deliveriesQuery(id, {
      application: application.id,
      status: ["pending", "sending", "retrying"],
      limit: counted,
    }),
  );
  const endpoints = formatCount(application.endpointCount, "endpoint");
  return (
    <>
      <strong className="font-medium text-ink">
        {application.endpointCount === 0
          ? "It has no endpoints"
          : `Its ${endpoints} with their secrets are deleted`}
        {data && data.data.length > 0 ? <>, and {describe(data)} canceled</> : null}.
      </strong>{" "}
      Events and deliveries made so far stay in the log. Posting to its uid is refused from then on.
    </>
  );
}

function describe({ data, nextCursor }: { data: readonly unknown[]; nextCursor: string | null }): string {
  if (nextCursor) return `more than ${formatCount(counted, "open delivery", "open deliveries")} are`;
  return `${formatCount(data.length, "open delivery", "open deliveries")} ${data.length === 1 ? "is" : "are"}`;
}
