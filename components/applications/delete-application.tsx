"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { useRemoveApplication } from "#lib/client/applications.ts";
import { keyOf } from "#lib/client/keys.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Application } from "#lib/contracts/applications.ts";
import { DeletionCounts } from "./deletion-counts.tsx";

/** Cannot be undone, so it wants the name typed; the default application stays. */
export function DeleteApplication({ application }: { application: Application }) {
  const { reason } = usePermission("applications:write");
  const refusal = application.isDefault ? "The default application stays" : reason;
  return (
    <Card>
      <CardHeader title="Danger zone" />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-3.5">
        <div className="min-w-0 flex-1 basis-64">
          <h3 className="font-medium">Delete</h3>
          <p className="text-muted text-sm">
            {application.isDefault
              ? "The default application takes every event that names no other, so it cannot be deleted."
              : "For good, with all its endpoints. Events and deliveries made so far stay in the log."}
          </p>
        </div>
        {refusal ? (
          <Button variant="danger-outline" disabledReason={refusal}>
            Delete application
          </Button>
        ) : (
          <DeleteButton application={application} />
        )}
      </div>
    </Card>
  );
}

function DeleteButton({ application }: { application: Application }) {
  const { id: tenantId, slug } = useTenant();
  const router = useRouter();
  const queryClient = useQueryClient();
  const remove = useRemoveApplication();
  const confirm = async () => {
    await remove.mutateAsync({ params: { id: application.id } });
    await queryClient.invalidateQueries({ queryKey: keyOf(tenantId, "applications"), refetchType: "none" });
    toast.success(`${application.name} deleted`);
    router.push(`/${slug}/applications`);
  };
  return (
    <ConfirmDialog
      trigger={<Button variant="danger-outline">Delete application</Button>}
      title="Delete this application?"
      consequences={<DeletionCounts application={application} />}
      confirmLabel="Delete application"
      typeToConfirm={application.name.trim()}
      onConfirm={confirm}
    />
  );
}
