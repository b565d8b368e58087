"use client";

import { useQuery } from "@tanstack/react-query";
import { type AttemptPart, useOpenAttempt } from "#components/deliveries/use-open-delivery.ts";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { type Tab, Tabs } from "#components/ui/tabs.tsx";
import { attemptQuery } from "#lib/client/attempts.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Attempt } from "#lib/contracts/deliveries.ts";
import { Compare } from "./compare.tsx";
import { RequestView } from "./request-view.tsx";
import { ResponseView } from "./response-view.tsx";
import { SignatureView } from "./signature-view.tsx";
import { TimingsBar } from "./timings-bar.tsx";

export interface AttemptPanelProps {
  id: string;
  /** The attempt before it; undefined for the first. */
  previousId: string | undefined;
}

/** What was sent, what came back, how it was signed, and how long each step took. */
export function AttemptPanel({ id, previousId }: AttemptPanelProps) {
  const tenant = useTenant();
  const { data: attempt, error, refetch } = useQuery(attemptQuery(tenant.id, id));
  if (attempt) return <AttemptContent attempt={attempt} previousId={previousId} />;
  if (error) return <LoadFailure error={error} onRetry={() => void refetch()} />;
  return (
    <div aria-busy="true" className="flex flex-col gap-4">
      <Skeleton className="w-48" />
      <Skeleton className="h-40 w-full rounded-lg" />
    </div>
  );
}

type AttemptContentProps = Pick<AttemptPanelProps, "previousId"> & { attempt: Attempt };

function AttemptContent({ attempt, previousId }: AttemptContentProps) {
  const { part, choose } = useOpenAttempt();
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <Tabs
        label={`Attempt ${attempt.number}`}
        value={part ?? "response"}
        onValueChange={(next) => choose({ part: next })}
        tabs={tabsOf(attempt)}
        aside={<Compare attempt={attempt} previousId={previousId} />}
      />
      <TimingsBar timings={attempt.timings} remoteAddress={attempt.remoteAddress} />
    </div>
  );
}

function tabsOf(attempt: Attempt): Tab<AttemptPart>[] {
  return [
    { value: "request", label: "Request", content: <RequestView attempt={attempt} /> },
    {
      value: "response",
      label: "Response",
      count: attempt.response ? <span className="max-sm:hidden">{attempt.response.status}</span> : undefined,
      content: <ResponseView attempt={attempt} />,
    },
    { value: "signature", label: "Signature", content: <SignatureView attempt={attempt} /> },
  ];
}
