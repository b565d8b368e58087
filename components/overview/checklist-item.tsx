import { Check } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { cn } from "#components/ui/cn.ts";
import type { ChecklistStep } from "./use-checklist.ts";

export interface ChecklistItemProps {
  step: ChecklistStep;
  number: number;
  isNext: boolean;
}

export function ChecklistItem({ step, number, isNext }: ChecklistItemProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <Mark isDone={step.isDone} number={number} isNext={isNext} />
      <div className="min-w-0 flex-1 basis-48">
        <p className={cn("font-medium", step.isDone && "text-muted")}>
          {step.title}
          {step.isDone ? <span className="sr-only"> (done)</span> : null}
        </p>
        <p className="text-muted text-sm">{step.why}</p>
      </div>
      {step.isDone ? null : (
        <ButtonLink href={step.href} size="sm" variant={isNext ? "primary" : "secondary"}>
          {step.action}
        </ButtonLink>
      )}
    </li>
  );
}

function Mark({ isDone, number, isNext }: Omit<ChecklistItemProps, "step"> & { isDone: boolean }) {
  const waiting = isNext ? "border-brass-solid bg-brass-soft text-brass" : "border-control text-muted";
  return (
    <span
      aria-hidden
      className={cn(
        "flex size-6 shrink-0 items-center justify-center rounded-full border font-medium text-xs",
        isDone ? "border-delivered/40 bg-delivered-soft text-delivered" : waiting,
      )}
    >
      {isDone ? <Check className="size-3.5" strokeWidth={2.5} /> : number}
    </span>
  );
}
