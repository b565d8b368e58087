"use client";

import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useLeaveTenant } from "#lib/client/members.ts";
import { useTenant } from "#lib/client/tenant.tsx";

/** Takes oneself out of the tenant; its last owner is refused by the server, in words. */
export function LeaveTenant() {
  const { name } = useTenant();
  const router = useRouter();
  const leave = useLeaveTenant();
  const confirm = async () => {
    await leave.mutateAsync({});
    router.push("/");
  };
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="ghost" className="-mr-2.5 max-sm:mr-0">
          Leave
        </Button>
      }
      title={
        <>
          Leave <bdi>{name}</bdi>?
        </>
      }
      consequences="You lose access with your next click. Somebody with the admin role has to invite you again."
      confirmLabel="Leave tenant"
      onConfirm={confirm}
    />
  );
}
