"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { type DefaultValues, type FieldValues, useForm } from "react-hook-form";
import type { z } from "zod";
import { type AccountStep, goTo, takeStep } from "#lib/client/account.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import type { NextStep } from "#lib/contracts/account.ts";

type Options<Values extends FieldValues, Answer extends NextStep> = {
  schema: z.ZodType<Values, Values>;
  /** Leave out what a person types: the form then keeps what was typed or filled in before it came to life. */
  defaultValues?: DefaultValues<Values>;
  /** What is sent beside the values. */
  extra?: Record<string, unknown>;
  /** What comes back, when it is more than where to go. */
  answer?: z.ZodType<Answer>;
  /** Instead of going where the answer says. */
  onDone?: (values: Values, answer: Answer) => void;
};

/** A form that takes a step of one's account: faults at their fields, the first of them focused, one request at a time. */
export function useStepForm<Values extends FieldValues, Answer extends NextStep = NextStep>(
  step: AccountStep,
  { schema, defaultValues, extra, answer, onDone }: Options<Values, Answer>,
) {
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    ...(defaultValues ? { defaultValues } : {}),
  });
  const [isLeaving, setLeaving] = useState(false);
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    try {
      const given = { ...values, ...extra };
      const answered = answer ? await takeStep(step, given, answer) : await takeStep(step, given);
      if (onDone) return onDone(values, answered as Answer);
      setLeaving(true);
      goTo(answered.redirectTo);
    } catch (error) {
      showProblem(form, error);
    }
  });
  return { form, errors, submit, isBusy: isSubmitting || isLeaving };
}
