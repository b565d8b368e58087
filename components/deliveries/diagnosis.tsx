"use client";

import { useQuery } from "@tanstack/react-query";
import { GitCompareArrows } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { attemptQuery } from "#lib/client/attempts.ts";
import { endpointSparklinesQuery } from "#lib/client/stats.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { AttemptSummary, DeliveryDetail } from "#lib/contracts/deliveries.ts";
import { ChangeUrl } from "./change-url.tsx";
import { diagnose } from "./diagnose.ts";
import { redirectTarget, type Traces } from "./evidence.ts";
import { conclude } from "./explain.ts";
import { useOpenComparison } from "./use-open-delivery.ts";

/** Why the last attempt failed: cause, evidence, fix and what such failures lead to. */
export function Diagnosis({ delivery }: { delivery: DeliveryDetail }) {
  const attempt = delivery.attempts.at(-1);
  return attempt ? <DiagnosisOf delivery={delivery} attempt={attempt} /> : null;
}

function DiagnosisOf({ delivery, attempt }: { delivery: DeliveryDetail; attempt: AttemptSummary }) {
  const traces = useTraces(delivery, attempt);
  const diagnosis = diagnose(traces);
  if (!diagnosis) return null;
  return (
    <>
      <p className="text-ink">{diagnosis.cause}.</p>
      <dl className="mt-2 grid gap-x-4 gap-y-1.5 wrap-anywhere sm:grid-cols-[4.5rem_1fr]">
        <Finding term="Evidence" details={diagnosis.evidence} />
        <Finding term="Fix" details={diagnosis.fix} />
        <Finding term="Then" details={conclude(delivery) ?? diagnosis.next} />
      </dl>
      <div className="mt-3 flex flex-wrap gap-2">
        {mayHelp(attempt) && delivery.endpointState !== "deleted" ? (
          <ChangeUrl
            key={redirectTarget(traces)}
            delivery={delivery}
            proposed={redirectTarget(traces) ?? delivery.endpointUrl}
          />
        ) : null}
        <CompareWithSuccess attempt={attempt.id} />
      </div>
    </>
  );
}

function useTraces(delivery: DeliveryDetail, attempt: AttemptSummary): Traces {
  const tenant = useTenant();
  const details = useQuery(attemptQuery(tenant.id, attempt.id));
  const isTiming = attempt.errorKind === "timeout" || attempt.errorKind === "protocol";
  const stats = useQuery(endpointSparklinesQuery(tenant.id, isTiming ? [delivery.endpoint] : []));
  return {
    attempt,
    details: details.data,
    endpointUrl: delivery.endpointUrl,
    p95Ms: stats.data?.data[0]?.p95Ms ?? null,
  };
}

/** Opens the comparison, which the timeline shows with the attempt. */
function CompareWithSuccess({ attempt }: { attempt: string }) {
  const { open } = useOpenComparison();
  return (
    <Button size="sm" icon={<GitCompareArrows />} onClick={() => void open(attempt, "success")}>
      Compare with the last success
    </Button>
  );
}

function mayHelp({ errorKind, responseStatus }: AttemptSummary): boolean {
  return errorKind === "redirect" || errorKind === "dns" || errorKind === "blocked" || responseStatus === 404;
}

function Finding({ term, details }: { term: string; details: string }) {
  return (
    <div className="contents">
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0">{details}</dd>
    </div>
  );
}
