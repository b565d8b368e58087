"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { goTo, signOut, takeStep } from "#lib/client/account.ts";
import { messageOf } from "#lib/client/form-errors.ts";

/** Sign out here, or on every device. */
export function SessionActions() {
  const [isLeaving, setLeaving] = useState(false);
  const leave = () => {
    setLeaving(true);
    signOut().catch((error) => {
      setLeaving(false);
      toast.error("You are still signed in", { description: messageOf(error) });
    });
  };
  const leaveEverywhere = async () => goTo((await takeStep("sign-out-everywhere", {})).redirectTo);
  return (
    <div className="flex flex-wrap gap-2">
      <Button loading={isLeaving} onClick={leave}>
        Sign out
      </Button>
      <ConfirmDialog
        trigger={<Button>Sign out everywhere…</Button>}
        title="Sign out everywhere?"
        consequences="Every session of yours ends within a second, on all devices, this one included. API keys keep working."
        confirmLabel="Sign out everywhere"
        tone="primary"
        onConfirm={leaveEverywhere}
      />
    </div>
  );
}
