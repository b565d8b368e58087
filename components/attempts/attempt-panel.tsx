"use client";

import { useQuery } from "@tanstack/react-query";
import { useOpenAttempt } from "#components/deliveries/use-open-delivery.ts";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { attemptQuery } from "#lib/client/attempts.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Attempt } from "#lib/contracts/deliveries.ts";
import { RequestView } from "./request-view.tsx";
import { ResponseView } from "./response-view.tsx";
import { TimingsBar } from "./timings-bar.tsx";

/** What was sent, what came back, and how long each step took. */
export function AttemptPanel({ id }: { id: string }) {
  const tenant = useTenant();
  const { data: attempt, error, refetch } = useQuery(attemptQuery(tenant.id, id));
  if (attempt) return <AttemptContent attempt={attempt} />;
  if (error) return <LoadFailure error={error} onRetry={() => void refetch()} />;
  return (
    <div aria-busy="true" className="flex flex-col gap-4">
      <Skeleton className="w-48" />
      <Skeleton className="h-40 w-full rounded-lg" />
    </div>
  );
}

function AttemptContent({ attempt }: { attempt: Attempt }) {
  const { part, choose } = useOpenAttempt();
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <Tabs
        label="Request and response"
        value={part ?? "response"}
        onValueChange={(next) => choose({ part: next })}
        tabs={[
          { value: "request", label: "Request", content: <RequestView attempt={attempt} /> },
          {
            value: "response",
            label: "Response",
            count: attempt.response?.status,
            content: <ResponseView attempt={attempt} />,
          },
        ]}
      />
      <TimingsBar timings={attempt.timings} remoteAddress={attempt.remoteAddress} />
    </div>
  );
}
