"use client";

import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useRevokePortalSession } from "#lib/client/portal.ts";
import type { PortalSession } from "#lib/contracts/portal.ts";

export function RevokeLink({ session: { id, state } }: { session: PortalSession }) {
  const { reason } = usePermission("applications:write");
  const revoke = useRevokePortalSession();
  const trigger = (
    <Button size="sm" variant="ghost" className="-mr-2.5 max-sm:mr-0" disabledReason={reason}>
      Revoke
    </Button>
  );
  if (reason) return trigger;
  return (
    <ConfirmDialog
      trigger={trigger}
      title="Revoke this portal link?"
      consequences={
        state === "open"
          ? "Whoever has it open is out with their next click. This cannot be undone."
          : "Nobody can open it any more. This cannot be undone."
      }
      confirmLabel="Revoke link"
      onConfirm={async () => {
        await revoke.mutateAsync({ params: { id } });
        toast.success("Portal link revoked");
      }}
    />
  );
}
