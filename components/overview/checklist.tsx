"use client";

import { X } from "lucide-react";
import { useEffect } from "react";
import { LoadSampleData } from "#components/sample-data/load-sample-data.tsx";
import { Card } from "#components/ui/card.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { ChecklistItem } from "./checklist-item.tsx";
import { type ChecklistStep, useChecklist } from "./use-checklist.ts";

export interface ChecklistProps {
  /** It was seen before with something left to do. */
  isBegun: boolean;
  onChange: (to: "begun" | "dismissed" | "done") => void;
  /** All is ticked, which stands there until the page is left. */
  onFinish: () => void;
}

/** The first steps of a new tenant, until they are done or put away. */
export function Checklist({ isBegun, onChange, onFinish }: ChecklistProps) {
  const steps = useChecklist();
  const isDone = steps?.every((step) => step.isDone);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each state of the steps
  useEffect(() => {
    if (isDone === undefined) return;
    if (!isDone) onChange("begun");
    else if (isBegun) onFinish();
    else onChange("done");
  }, [isDone]);
  if (isDone && !isBegun) return null;
  return (
    <Card>
      <section aria-labelledby="first-steps" aria-busy={!steps}>
        <header className="flex items-start justify-between gap-4 border-line border-b px-4 py-3">
          <div>
            <h2 id="first-steps" className="font-semibold text-base">
              {isDone ? "Your first webhook is delivered" : "Get your first webhook delivered"}
            </h2>
            <p className="text-muted text-sm">{steps ? progress(steps) : "Four steps"}</p>
          </div>
          <IconButton
            label="Put away"
            icon={<X />}
            onClick={() => onChange(isDone ? "done" : "dismissed")}
            className="-mr-2"
          />
        </header>
        <ol className="divide-y divide-line">
          {steps ? (
            <Steps steps={steps} />
          ) : (
            placeholders.map((width) => <Placeholder key={width} width={width} />)
          )}
        </ol>
        {steps && isEmpty(steps) ? <LoadSampleData /> : null}
      </section>
    </Card>
  );
}

function Steps({ steps }: { steps: readonly ChecklistStep[] }) {
  const next = steps.find((step) => !step.isDone);
  return steps.map((step, place) => (
    <ChecklistItem key={step.title} step={step} number={place + 1} isNext={step === next} />
  ));
}

/** Sample data is for a tenant without an endpoint of its own. */
function isEmpty([endpoint]: readonly ChecklistStep[]): boolean {
  return endpoint !== undefined && !endpoint.isDone;
}

function progress(steps: readonly ChecklistStep[]): string {
  return `${steps.filter((step) => step.isDone).length} of ${steps.length} done`;
}

const placeholders = ["w-36", "w-32", "w-28", "w-30"];

function Placeholder({ width }: { width: string }) {
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <Skeleton className="size-6 rounded-full" />
      <div>
        <Skeleton className={`my-0.5 ${width}`} />
        <Skeleton className="my-0.5 w-56" />
      </div>
    </li>
  );
}
