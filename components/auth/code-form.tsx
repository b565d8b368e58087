"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { codeBody } from "#lib/contracts/account.ts";
import { CodeInput } from "./code-input.tsx";
import { StepForm } from "./step-form.tsx";
import { useStepForm } from "./use-step-form.ts";

/** The second step of a sign-in: six digits, sent as soon as they are there, or a recovery code. */
export function CodeForm({ callbackUrl }: { callbackUrl: string }) {
  const [isRecovering, setRecovering] = useState(false);
  const { form, errors, submit, isBusy } = useStepForm("second-factor", {
    schema: codeBody,
    extra: { callbackUrl },
  });
  const toggle = () => {
    form.reset({ code: "" });
    setRecovering(!isRecovering);
  };
  return (
    <>
      <StepForm
        onSubmit={submit}
        problem={errors.root?.message}
        problemTitle="You are not signed in"
        submitLabel="Sign in"
        isBusy={isBusy}
      >
        {isRecovering ? (
          <Field label="Recovery code" error={errors.code?.message} hint="Each of them works once.">
            <Input mono autoFocus autoComplete="off" spellCheck={false} {...form.register("code")} />
          </Field>
        ) : (
          <CodeInput control={form.register("code")} error={errors.code?.message} onComplete={submit} />
        )}
      </StepForm>
      <Button variant="ghost" className="mt-3 w-full" onClick={toggle}>
        {isRecovering ? "Use a code of the app" : "Use a recovery code"}
      </Button>
    </>
  );
}
