"use client";

import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useRevokePortalSessions } from "#lib/client/portal.ts";
import type { Application } from "#lib/contracts/applications.ts";

export function RevokeAll({ application: { id, name } }: { application: Application }) {
  const { reason } = usePermission("applications:write");
  const revoke = useRevokePortalSessions();
  const trigger = (
    <Button size="sm" variant="ghost" disabledReason={reason}>
      Revoke all
    </Button>
  );
  if (reason) return trigger;
  return (
    <ConfirmDialog
      trigger={trigger}
      title={`Revoke all portal links of ${name}?`}
      consequences="Whoever has the portal open is out with their next click, and no link made until now opens it any more."
      confirmLabel="Revoke all links"
      onConfirm={async () => {
        const { revoked } = await revoke.mutateAsync({ params: { id } });
        toast.success(`${revoked} portal ${revoked === 1 ? "link" : "links"} revoked`);
      }}
    />
  );
}
