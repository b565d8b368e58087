"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "#components/ui/toast.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { inboxQuery } from "#lib/client/inbox.ts";
import { useTenant } from "#lib/client/tenant.tsx";

/** For somebody without a receiver yet: fills in the address of the test inbox. */
export function UseTestInbox({ onUse, disabled }: { onUse: (address: string) => void; disabled: boolean }) {
  const { id, portal } = useTenant();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const use = async () => {
    setAsking(true);
    try {
      onUse((await queryClient.fetchQuery(inboxQuery(id))).url);
    } catch (error) {
      toast.error("The test inbox could not be reached", { description: messageOf(error) });
    } finally {
      setAsking(false);
    }
  };
  // The inbox shows events of every application, which is no business of a portal.
  if (disabled || portal) return null;
  return (
    <button
      type="button"
      onClick={() => void use()}
      disabled={isAsking}
      className="touch-target rounded-sm text-muted underline decoration-control underline-offset-3 transition-colors hover:text-ink hover:decoration-brass-solid"
    >
      Use a test inbox
    </button>
  );
}
