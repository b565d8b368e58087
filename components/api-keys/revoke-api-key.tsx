"use client";

import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { toast } from "#components/ui/toast.ts";
import { useRemoveApiKey } from "#lib/client/api-keys.ts";
import type { ApiKey } from "#lib/contracts/api-keys.ts";

export interface ApiKeyDialogProps {
  apiKey: ApiKey;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function RevokeApiKey({ apiKey, ...dialog }: ApiKeyDialogProps) {
  const remove = useRemoveApiKey();
  const confirm = async () => {
    await remove.mutateAsync({ params: { id: apiKey.id } });
    toast.success(`${apiKey.name} revoked`);
  };
  return (
    <ConfirmDialog
      {...dialog}
      title={
        <>
          Revoke <bdi>{apiKey.name}</bdi>?
        </>
      }
      consequences={
        <>
          Every request with <span className="font-mono text-sm">{apiKey.prefix}_…</span> is refused within a
          second. This cannot be undone.
          <strong className="mt-2 block font-medium text-ink">
            {apiKey.lastUsedAt ? (
              <>
                Last used <RelativeTime at={apiKey.lastUsedAt} />.
              </>
            ) : (
              "It was never used."
            )}
          </strong>
        </>
      }
      confirmLabel="Revoke key"
      onConfirm={confirm}
    />
  );
}
