"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { ChangeEmail } from "./change-email.tsx";
import type { ProofKind } from "./proof-kind.ts";
import { useConfirmationMail } from "./use-confirmation-mail.ts";

export interface EmailCardProps {
  email: string;
  isVerified: boolean;
  /** Whether this Posthorn can send a link to an address. */
  canMail: boolean;
  proof: ProofKind;
}

/** The address one signs in with: confirmed or not, and the way to another. */
export function EmailCard({ email, isVerified, canMail, proof }: EmailCardProps) {
  const router = useRouter();
  const [asked, setAsked] = useState<string>();
  return (
    <Card>
      <CardHeader
        title="E-mail address"
        description="Invitations and notices go here. It is also how you sign in."
        actions={canMail ? <Confirmed isVerified={isVerified} /> : null}
      />
      <CardBody className="flex flex-wrap items-center justify-between gap-4">
        <div className="min-w-0 flex-1 basis-56">
          <p className="truncate font-medium text-base" title={email}>
            {email}
          </p>
          {asked ? (
            <p className="text-muted text-sm">
              We sent a link to <span className="wrap-anywhere text-ink">{asked}</span>. The address changes
              when you follow it.
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-2">
          {canMail && !isVerified ? <SendLink onSent={() => router.refresh()} /> : null}
          <ChangeEmail canMail={canMail} proof={proof} onAsked={setAsked} />
        </div>
      </CardBody>
    </Card>
  );
}

function Confirmed({ isVerified }: { isVerified: boolean }) {
  return isVerified ? <Badge tone="good">Confirmed</Badge> : <Badge tone="warn">Not confirmed</Badge>;
}

function SendLink({ onSent }: { onSent: () => void }) {
  const { isSending, isSent, send } = useConfirmationMail(onSent);
  return (
    <Button loading={isSending} disabled={isSent} onClick={send}>
      {isSent ? "Link sent" : "Send the link again"}
    </Button>
  );
}
