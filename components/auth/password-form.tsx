"use client";

import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { CardBody, CardFooter } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.ts";
import { changePasswordBody } from "#lib/contracts/account.ts";
import { PasswordField } from "./password-field.tsx";
import { PasswordStrength } from "./password-strength.tsx";
import { useStepForm } from "./use-step-form.ts";

export interface PasswordFormProps {
  email: string;
  /** False for somebody who always came by another provider. */
  hasPassword: boolean;
}

export function PasswordForm({ email, hasPassword }: PasswordFormProps) {
  const router = useRouter();
  const { form, errors, submit, isBusy } = useStepForm("password", {
    schema: changePasswordBody,
    onDone: () => {
      form.reset({ currentPassword: "", newPassword: "" });
      toast.success(hasPassword ? "Password changed" : "Password set", {
        description: "Every other session has ended.",
      });
      router.refresh();
    },
  });
  const newPassword = useWatch({ control: form.control, name: "newPassword" });
  return (
    <form method="post" onSubmit={submit} noValidate>
      <CardBody className="flex flex-col gap-5">
        {errors.root?.message ? (
          <Callout live tone="danger" title="Your password was not changed">
            {errors.root.message}
          </Callout>
        ) : null}
        {/* Password managers file the new password under this. */}
        <input type="email" autoComplete="username" readOnly hidden value={email} />
        {hasPassword ? (
          <PasswordField
            label="Current password"
            kind="current"
            error={errors.currentPassword?.message}
            control={form.register("currentPassword")}
          />
        ) : null}
        <PasswordField
          label="New password"
          kind="new"
          error={errors.newPassword?.message}
          control={form.register("newPassword")}
          hint={<PasswordStrength password={newPassword} />}
        />
      </CardBody>
      <CardFooter>
        <span>Ends every session but this one.</span>
        <Button type="submit" variant="primary" loading={isBusy}>
          {hasPassword ? "Change password" : "Set password"}
        </Button>
      </CardFooter>
    </form>
  );
}
