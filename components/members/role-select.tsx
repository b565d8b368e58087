"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { DisabledReason } from "#components/ui/disabled-reason.tsx";
import { Select } from "#components/ui/select.tsx";
import { toast } from "#components/ui/toast.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { useUpdateMember } from "#lib/client/members.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Member } from "#lib/contracts/members.ts";
import { type Role, roleMeanings, roles } from "#lib/contracts/permissions.ts";
import { grantRefusal } from "./grantable.ts";

/** A member's role, changed at once; lowering one's own is asked about first, since it cannot be taken back alone. */
export function RoleSelect({ member }: { member: Member }) {
  const { role: own, user } = useTenant();
  const permission = usePermission("members:manage");
  const { change, isPending } = useChangeRole(member);
  const [wanted, setWanted] = useState<Role>();
  const reason = permission.reason ?? grantRefusal(own, member.role);
  const choose = (role: Role) => {
    if (role === member.role) return;
    if (member.id === user.id) setWanted(role);
    else
      change(role).catch((error: unknown) =>
        toast.error("The role stays", { description: messageOf(error) }),
      );
  };
  return (
    <>
      <DisabledReason reason={reason}>
        <Select
          label={`Role of ${member.email}`}
          className="w-36"
          value={member.role}
          onValueChange={choose}
          disabled={isPending}
          options={roles.map((role) => ({
            value: role,
            label: role.charAt(0).toUpperCase() + role.slice(1),
            hint: grantRefusal(own, role) ?? roleMeanings[role],
            disabled: grantRefusal(own, role) !== undefined,
          }))}
        />
      </DisabledReason>
      <ConfirmDialog
        open={wanted !== undefined}
        onOpenChange={(isOpen) => !isOpen && setWanted(undefined)}
        title={`Make yourself ${wanted}?`}
        consequences={`You lose what the ${member.role} role allows. Somebody else has to give it back to you.`}
        confirmLabel="Change my role"
        onConfirm={() => wanted && change(wanted)}
      />
    </>
  );
}

function useChangeRole(member: Member) {
  const { user } = useTenant();
  const router = useRouter();
  const update = useUpdateMember();
  const change = async (role: Role) => {
    await update.mutateAsync({ params: { id: member.id }, body: { role } });
    toast.success(`${member.name || member.email} is ${role} now`);
    if (member.id === user.id) router.refresh();
  };
  return { change, isPending: update.isPending };
}
