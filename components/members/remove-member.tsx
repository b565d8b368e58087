"use client";

import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { useRemoveMember } from "#lib/client/members.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Member } from "#lib/contracts/members.ts";
import { grantRefusal } from "./grantable.ts";

export function RemoveMember({ member }: { member: Member }) {
  const { role: own, name: tenantName } = useTenant();
  const permission = usePermission("members:manage");
  const remove = useRemoveMember();
  const reason = permission.reason ?? grantRefusal(own, member.role);
  const trigger = (
    <Button
      size="sm"
      variant="ghost"
      className="-mr-2.5 max-sm:mr-0"
      disabledReason={reason}
      aria-label={`Remove ${member.email}`}
    >
      Remove
    </Button>
  );
  if (reason) return trigger;
  const confirm = async () => {
    await remove.mutateAsync({ params: { id: member.id } });
    toast.success(`${member.name || member.email} removed`);
  };
  return (
    <ConfirmDialog
      trigger={trigger}
      title={
        <>
          Remove <bdi>{member.name || member.email}</bdi>?
        </>
      }
      consequences={
        <>
          {member.email} loses access to <bdi>{tenantName}</bdi> with their next click. API keys they created
          keep working; revoke those they know under Developers.
        </>
      }
      confirmLabel="Remove member"
      onConfirm={confirm}
    />
  );
}
