"use client";

import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { DateTime } from "#components/ui/date-time.tsx";
import { formatCount } from "#components/ui/format.ts";
import { toast } from "#components/ui/toast.ts";
import { useExpirePreviousSecrets } from "#lib/client/endpoints.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { Endpoint } from "#lib/contracts/endpoints.ts";

/** While a rotation overlaps: until when the old secret still signs, and how to end that. */
export function OldSecrets({ endpoint }: { endpoint: Endpoint }) {
  const ends = endpoint.previousSecretsUntil;
  const last = ends.at(-1);
  if (!last) return null;
  return (
    <Callout
      tone="info"
      title={
        <>
          {ends.length === 1
            ? "The old secret is valid until "
            : `${formatCount(ends.length, "old secret")}, the last valid until `}
          <DateTime at={last} />
        </>
      }
      actions={<ExpireNow endpointId={endpoint.id} />}
    >
      For <Countdown to={last} /> more, every webhook carries a signature of each, so a receiver verifies with
      either. Change the secret in your receiver before then.
    </Callout>
  );
}

function ExpireNow({ endpointId }: { endpointId: string }) {
  const { reason } = usePermission("secrets:manage");
  const expire = useExpirePreviousSecrets();
  const trigger = (
    <Button size="sm" disabledReason={reason}>
      Expire now
    </Button>
  );
  if (reason) return trigger;
  return (
    <ConfirmDialog
      trigger={trigger}
      title="Expire the old secret now?"
      consequences="From this moment on, receivers that still verify with the old secret will refuse our webhooks."
      confirmLabel="Expire now"
      onConfirm={async () => {
        await expire.mutateAsync({ params: { id: endpointId } });
        toast.success("Only the current secret signs now");
      }}
    />
  );
}
