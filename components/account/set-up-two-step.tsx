"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { CodeInput } from "#components/auth/code-input.tsx";
import { useStepForm } from "#components/auth/use-step-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { CopyLine } from "#components/ui/copy-line.tsx";
import { codeBody, recoveryCodes, secondFactorSetup } from "#lib/contracts/account.ts";
import { ProofDialog } from "./proof-dialog.tsx";
import type { ProofKind } from "./proof-kind.ts";
import { QrCode } from "./qr-code.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** Proof, then a code to scan, then the first code of the app, then the recovery codes. */
export function SetUpTwoStep({ proof }: { proof: ProofKind }) {
  const router = useRouter();
  return (
    <ProofDialog
      trigger={<Button variant="primary">Set up…</Button>}
      title="Set up two-step sign-in"
      step="start-second-factor"
      proof={proof}
      answer={secondFactorSetup}
      consequences="You need an authenticator app on your phone, such as 1Password, Aegis or Google Authenticator."
      confirmLabel="Continue"
      then={(setup, close) => <Enrol {...setup} onDone={close} />}
      onDone={() => router.refresh()}
    />
  );
}

function Enrol({ secret, uri, onDone }: { secret: string; uri: string; onDone: () => void }) {
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  return (
    <div className="flex flex-col gap-5">
      <p className="text-base text-muted">Scan this with the app, or type the secret into it.</p>
      <QrCode text={uri} label="The secret as a QR code" />
      <CopyLine text={inGroups(secret)} label="Copy secret" />
      <FirstCode onEnabled={setCodes} />
    </div>
  );
}

function FirstCode({ onEnabled }: { onEnabled: (codes: readonly string[]) => void }) {
  const { form, errors, submit, isBusy } = useStepForm("confirm-second-factor", {
    schema: codeBody,
    answer: recoveryCodes,
    onDone: (_, { codes }) => onEnabled(codes),
  });
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
      {errors.root?.message ? (
        <Callout live tone="danger" title="Two-step sign-in is still off">
          {errors.root.message}
        </Callout>
      ) : null}
      <CodeInput
        control={form.register("code")}
        error={errors.code?.message}
        hint="The six digits that the app shows for Posthorn now."
        onComplete={submit}
      />
      <Button type="submit" variant="primary" size="lg" loading={isBusy}>
        Turn on
      </Button>
    </form>
  );
}

function inGroups(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(" ");
}
