"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleDashed } from "lucide-react";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { attemptQuery, lastSuccessQuery } from "#lib/client/attempts.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Attempt } from "#lib/contracts/deliveries.ts";
import { ComparisonView } from "./comparison-view.tsx";

export interface ComparisonWithProps {
  attempt: Attempt;
  /** Compares with this one; with the endpoint's last success where it is undefined. */
  previousId: string | undefined;
}

export function ComparisonWith({ attempt, previousId }: ComparisonWithProps) {
  const { data: base, error, refetch } = useBase(attempt, previousId);
  if (base) return <ComparisonView before={base} after={attempt} />;
  if (error) return <LoadFailure error={error} onRetry={refetch} />;
  if (base === null) return <NoSuccess />;
  return (
    <div aria-busy="true">
      <SkeletonText lines={8} />
    </div>
  );
}

function useBase(attempt: Attempt, previousId: string | undefined) {
  const { id: tenantId } = useTenant();
  const isPrevious = previousId !== undefined;
  const previous = useQuery({ ...attemptQuery(tenantId, previousId ?? ""), enabled: isPrevious });
  const success = useQuery({ ...lastSuccessQuery(tenantId, attempt), enabled: !isPrevious });
  const query = isPrevious ? previous : success;
  return { data: query.data, error: query.error, refetch: () => void query.refetch() };
}

function NoSuccess() {
  return (
    <EmptyState
      icon={<CircleDashed />}
      title="No other success yet"
      description="Nothing else that was sent to this endpoint has arrived, so there is nothing to compare with."
    />
  );
}
