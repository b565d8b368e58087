"use client";

import { type ReactElement, type ReactNode, useState } from "react";
import type { z } from "zod";
import { useStepForm } from "#components/auth/use-step-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Dialog, DialogClose, DialogFooter } from "#components/ui/dialog.tsx";
import type { AccountStep } from "#lib/client/account.ts";
import { type NextStep, proofBody } from "#lib/contracts/account.ts";
import { ProofFields } from "./proof-fields.tsx";
import type { ProofKind } from "./proof-kind.ts";

type Content<Answer> = {
  step: AccountStep;
  proof: ProofKind;
  answer: z.ZodType<Answer>;
  /** What will happen. */
  consequences: ReactNode;
  confirmLabel: string;
  tone?: "danger" | "primary";
};

export interface ProofDialogProps<Answer extends NextStep> extends Content<Answer> {
  trigger: ReactElement;
  title: string;
  /** What follows in the same dialog, such as codes that are shown once; without it the dialog closes. */
  then?: (answer: Answer, close: () => void) => ReactNode;
  onDone?: () => void;
}

/** Takes a weighty step of one's account, with proof that its owner asks. */
export function ProofDialog<Answer extends NextStep>(props: ProofDialogProps<Answer>) {
  const { trigger, title, then, onDone, ...content } = props;
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const change = (open: boolean) => {
    setOpen(open);
    if (open) return setAnswer(undefined);
    if (answer) onDone?.();
  };
  const done = (answered: Answer) => {
    if (then) return setAnswer(answered);
    setOpen(false);
    onDone?.();
  };
  return (
    <Dialog open={isOpen} onOpenChange={change} trigger={trigger} title={title} size={then ? "md" : "sm"}>
      {answer && then ? then(answer, () => change(false)) : <ProofForm {...content} onDone={done} />}
    </Dialog>
  );
}

type ProofFormProps<Answer> = Content<Answer> & { onDone: (answer: Answer) => void };

function ProofForm<Answer extends NextStep>(props: ProofFormProps<Answer>) {
  const { step, proof, answer, consequences, confirmLabel, tone = "primary", onDone } = props;
  const { form, errors, submit, isBusy } = useStepForm(step, {
    schema: proofBody,
    answer,
    onDone: (_, answered) => onDone(answered),
  });
  return (
    <form method="post" onSubmit={submit} noValidate className="-mx-5 -mb-4">
      <div className="flex flex-col gap-5 px-5 pb-4">
        <div className="text-base text-muted">{consequences}</div>
        {errors.root?.message ? (
          <Callout live tone="danger" title="That did not work">
            {errors.root.message}
          </Callout>
        ) : null}
        <ProofFields kind={proof} register={form.register} errors={errors} autoFocus />
      </div>
      <DialogFooter>
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant={tone} loading={isBusy}>
          {confirmLabel}
        </Button>
      </DialogFooter>
    </form>
  );
}
