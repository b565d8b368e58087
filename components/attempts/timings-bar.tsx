"use client";

import { useId } from "react";
import { formatDuration } from "#components/ui/format.ts";
import type { Attempt } from "#lib/contracts/deliveries.ts";
import { type Step, stepsOf } from "./timing-steps.ts";

export interface TimingsBarProps {
  timings: Attempt["timings"];
  remoteAddress: string | null;
}

/** Where the time of an attempt went, step by step. */
export function TimingsBar({ timings, remoteAddress }: TimingsBarProps) {
  const titleId = useId();
  const steps = stepsOf(timings);
  return (
    <section aria-labelledby={titleId} className="min-w-0">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 id={titleId} className="font-medium text-sm">
          Took {formatDuration(timings.totalMs)}
        </h3>
        {remoteAddress ? (
          <p className="text-muted text-sm">
            to <bdi className="font-mono">{remoteAddress}</bdi>
          </p>
        ) : null}
      </div>
      <div aria-hidden className="flex h-2 gap-px overflow-hidden rounded-full bg-hover">
        {steps.map(({ name, durationMs, color }) => (
          <span key={name} style={{ flexGrow: durationMs, backgroundColor: color }} className="min-w-0.5" />
        ))}
      </div>
      <dl className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {steps.map((step) => (
          <StepFigure key={step.name} step={step} />
        ))}
      </dl>
    </section>
  );
}

function StepFigure({ step: { name, durationMs, color } }: { step: Step }) {
  return (
    <div className="flex items-center gap-1.5">
      <span aria-hidden style={{ backgroundColor: color }} className="size-2 rounded-[2px]" />
      <dt className="text-muted">{name}</dt>
      <dd>{formatDuration(durationMs)}</dd>
    </div>
  );
}
