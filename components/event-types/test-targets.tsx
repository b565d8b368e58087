"use client";

import { useQuery } from "@tanstack/react-query";
import { formatCount } from "#components/ui/format.ts";
import { applicationsQuery } from "#lib/client/applications.ts";
import { endpointsQuery } from "#lib/client/endpoints.ts";
import { useTenant } from "#lib/client/tenant.tsx";

/** Says how many endpoints a test event goes to, before it is sent. */
export function TestTargets({ name }: { name: string }) {
  const { id } = useTenant();
  const applications = useQuery(applicationsQuery(id, { limit: 250 }));
  const application = applications.data?.data.find(({ isDefault }) => isDefault)?.id;
  const endpoints = useQuery({
    ...endpointsQuery(id, { eventType: name, limit: 250, ...(application ? { application } : {}) }),
    enabled: application !== undefined,
  });
  return (
    <p role="status" className="min-h-5 text-muted text-sm">
      {endpoints.data ? describe(endpoints.data.data) : null}
    </p>
  );
}

function describe(endpoints: readonly { state: string }[]): string {
  const willReceive = endpoints.filter(({ state }) => state !== "disabled").length;
  if (willReceive === 0)
    return "No endpoint of the default application receives it: the event is stored, and nothing is sent.";
  return `It is sent to ${formatCount(willReceive, "endpoint")} for real, and tagged “test”.`;
}
