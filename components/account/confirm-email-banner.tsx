"use client";

import { MailWarning } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { useConfirmationMail } from "./use-confirmation-mail.ts";

/** Across the dashboard until somebody has proved that their address is theirs. */
export function ConfirmEmailBanner({ email }: { email: string }) {
  const { isSending, isSent, send } = useConfirmationMail();
  return (
    <section
      aria-label="Confirm your e-mail address"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-retrying-soft px-4 py-2 text-base sm:px-6 lg:px-8"
    >
      <p className="flex min-w-0 flex-1 basis-72 items-start gap-2.5">
        <MailWarning aria-hidden className="mt-0.5 size-4 shrink-0 text-retrying" />
        <span className="min-w-0">
          Confirm your e-mail address: we sent a link to{" "}
          <strong className="wrap-anywhere font-medium">{email}</strong>. Until then you cannot invite others.
        </span>
      </p>
      <Button size="sm" loading={isSending} disabled={isSent} onClick={send}>
        {isSent ? "Link sent" : "Send the link again"}
      </Button>
    </section>
  );
}
