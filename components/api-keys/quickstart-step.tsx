import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

export interface QuickstartStepProps {
  number: number;
  title: string;
  isDone?: boolean;
  children: ReactNode;
}

/** One step on a line that leads to the next. */
export function QuickstartStep({ number, title, isDone = false, children }: QuickstartStepProps) {
  return (
    <li className="group/step relative grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-4 pb-8 last:pb-0">
      <span aria-hidden className="absolute top-8 bottom-2 left-3 w-px bg-line group-last/step:hidden" />
      <span
        aria-hidden
        className={cn(
          "flex size-6 items-center justify-center rounded-full border font-medium text-xs",
          isDone ? "border-delivered/40 bg-delivered-soft text-delivered" : "border-control text-muted",
        )}
      >
        {isDone ? <Check className="size-3.5" strokeWidth={2.5} /> : number}
      </span>
      <div className="flex min-w-0 flex-col items-start gap-3 [&>figure]:w-full [&>div]:w-full">
        <h2 className="font-semibold text-lg">
          {title}
          {isDone ? <span className="sr-only"> (done)</span> : null}
        </h2>
        {children}
      </div>
    </li>
  );
}
