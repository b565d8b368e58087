"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { useRemoveEndpoint } from "#lib/client/endpoints.ts";
import { keyOf } from "#lib/client/keys.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { OpenDeliveries } from "./open-deliveries.tsx";

/** Cannot be undone, so it wants the host typed. */
export function DeleteEndpoint({ endpoint }: { endpoint: Endpoint }) {
  const { id: tenantId, slug } = useTenant();
  const { reason } = usePermission("endpoints:write");
  const router = useRouter();
  const queryClient = useQueryClient();
  const remove = useRemoveEndpoint();
  const trigger = (
    <Button variant="danger-outline" disabledReason={reason}>
      Delete endpoint
    </Button>
  );
  if (reason) return trigger;
  const confirm = async () => {
    router.prefetch(`/${slug}/endpoints`);
    await remove.mutateAsync({ params: { id: endpoint.id } });
    await queryClient.invalidateQueries({ queryKey: keyOf(tenantId, "endpoints"), refetchType: "none" });
    toast.success("Endpoint deleted");
    router.push(`/${slug}/endpoints`);
  };
  return (
    <ConfirmDialog
      trigger={trigger}
      title="Delete this endpoint?"
      consequences={
        <>
          Its settings and its secret are gone for good. <OpenDeliveries endpointId={endpoint.id} />
        </>
      }
      confirmLabel="Delete endpoint"
      typeToConfirm={hostOf(endpoint.url)}
      onConfirm={confirm}
    />
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
