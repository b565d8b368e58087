"use client";

import { ShieldCheck, ShieldOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.ts";
import { nextStep, recoveryCodes } from "#lib/contracts/account.ts";
import { ProofDialog } from "./proof-dialog.tsx";
import { proofKindOf } from "./proof-kind.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SetUpTwoStep } from "./set-up-two-step.tsx";

export interface TwoStepProps {
  hasPassword: boolean;
  hasSecondFactor: boolean;
  recoveryCodesLeft: number;
}

/** Two-step sign-in: off with the way to turn it on, or on with the way out and new recovery codes. */
export function TwoStep(account: TwoStepProps) {
  return (
    <Card>
      <CardHeader
        title="Two-step sign-in"
        description="A code of an app on your phone, after your password or your provider."
        actions={account.hasSecondFactor ? <Badge tone="good">On</Badge> : <Badge>Off</Badge>}
      />
      {account.hasSecondFactor ? <TurnedOn {...account} /> : <TurnedOff {...account} />}
    </Card>
  );
}

function TurnedOff(account: TwoStepProps) {
  return (
    <CardBody className="flex flex-wrap items-center justify-between gap-4">
      <p className="flex min-w-0 flex-1 basis-64 items-start gap-3 text-base text-muted">
        <ShieldOff aria-hidden className="mt-0.5 size-5 shrink-0 text-faint" />
        Whoever learns your password can sign in as you.
      </p>
      <SetUpTwoStep proof={proofKindOf(account)} />
    </CardBody>
  );
}

function TurnedOn(account: TwoStepProps) {
  const { recoveryCodesLeft: left } = account;
  return (
    <CardBody className="flex flex-wrap items-center justify-between gap-4">
      <p className="flex min-w-0 flex-1 basis-64 items-start gap-3 text-base text-muted">
        <ShieldCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-delivered" />
        {left > 3 ? (
          <span>You have {left} recovery codes for the day your phone is gone.</span>
        ) : (
          <span className="text-retrying">
            {left === 0 ? "You have no recovery code left" : `Only ${left} of your recovery codes are left`}:
            make new ones.
          </span>
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        <RenewCodes {...account} />
        <TurnOff {...account} />
      </div>
    </CardBody>
  );
}

function RenewCodes(account: TwoStepProps) {
  const router = useRouter();
  return (
    <ProofDialog
      trigger={<Button>New recovery codes…</Button>}
      title="New recovery codes"
      step="renew-recovery-codes"
      proof={proofKindOf(account)}
      answer={recoveryCodes}
      consequences="Ten new codes take the place of those you have, which stop working."
      confirmLabel="Make new codes"
      then={({ codes }, close) => <RecoveryCodes codes={codes} onDone={close} />}
      onDone={() => router.refresh()}
    />
  );
}

function TurnOff(account: TwoStepProps) {
  const router = useRouter();
  const done = () => {
    toast.success("Two-step sign-in is off");
    router.refresh();
  };
  return (
    <ProofDialog
      trigger={<Button>Turn off…</Button>}
      title="Turn off two-step sign-in?"
      step="remove-second-factor"
      proof={proofKindOf(account)}
      answer={nextStep}
      consequences="Your password alone signs you in again, and your recovery codes stop working."
      confirmLabel="Turn off"
      tone="danger"
      onDone={done}
    />
  );
}
