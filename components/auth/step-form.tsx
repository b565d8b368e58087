"use client";

import type { FormEventHandler, ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { cn } from "#components/ui/cn.ts";
import { useHydrated } from "#components/ui/use-hydrated.ts";

export interface StepFormProps {
  onSubmit: FormEventHandler;
  /** What is wrong that belongs to no field. */
  problem: string | undefined;
  problemTitle: string;
  submitLabel: string;
  isBusy: boolean;
  children: ReactNode;
}

/** The frame of a form about one's account: the problem on top, the fields, one wide button. */
export function StepForm(props: StepFormProps) {
  const { onSubmit, problem, problemTitle, submitLabel, isBusy, children } = props;
  const isHydrated = useHydrated();
  // Sent before the script runs, a form with another method would put the password into the address.
  return (
    <form method="post" onSubmit={onSubmit} noValidate className="flex flex-col gap-5">
      {problem ? (
        <Callout live tone="danger" title={problemTitle}>
          {problem}
        </Callout>
      ) : null}
      {children}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        loading={isBusy}
        disabled={!isHydrated}
        className={cn(!isHydrated && "data-disabled:opacity-100")}
      >
        {submitLabel}
      </Button>
    </form>
  );
}
