"use client";

import { useState } from "react";
import { toast } from "#components/ui/toast.ts";
import { takeStep } from "#lib/client/account.ts";
import { messageOf } from "#lib/client/form-errors.ts";

/** Asks for the link that confirms one's address once more. */
export function useConfirmationMail(onSent?: () => void) {
  const [state, setState] = useState<"idle" | "sending" | "sent">("idle");
  const send = () => {
    setState("sending");
    takeStep("request-confirmation", {}).then(
      () => {
        setState("sent");
        onSent?.();
      },
      (error) => {
        setState("idle");
        toast.error("The link was not sent", { description: messageOf(error) });
      },
    );
  };
  return { isSending: state === "sending", isSent: state === "sent", send };
}
