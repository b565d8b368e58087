"use client";

import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { CopyLine } from "#components/ui/copy-line.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { toast } from "#components/ui/toast.ts";
import { useCreateCatalogueLink, useRemoveCatalogueLink } from "#lib/client/catalogue.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { CatalogueLink } from "#lib/contracts/catalogue.ts";

/** The link as it is, with the ways to replace it and to take it back. */
export function OpenPublicLink({ link: { url, createdBy, createdAt } }: { link: CatalogueLink }) {
  return (
    <div className="flex flex-col gap-4">
      <CopyLine text={url ?? ""} label="Copy link" withLabel />
      <p className="text-muted text-sm">
        Whoever has it sees every event type that is not archived. Turned on by <bdi>{createdBy}</bdi>
        {createdAt ? (
          <>
            , <RelativeTime at={createdAt} />
          </>
        ) : null}
        . <TextLink href={url ?? ""}>Open the page</TextLink>
      </p>
      <div className="flex flex-wrap justify-end gap-2 max-sm:flex-col">
        <Renew />
        <TurnOff />
      </div>
    </div>
  );
}

function Renew() {
  const { reason } = usePermission("event-types:write");
  const create = useCreateCatalogueLink();
  const trigger = <Button disabledReason={reason}>New link</Button>;
  if (reason) return trigger;
  return (
    <ConfirmDialog
      trigger={trigger}
      title="Replace the public link?"
      consequences="The present link stops working at once. Whoever should still see your event types needs the new one."
      confirmLabel="Replace link"
      onConfirm={async () => {
        await create.mutateAsync({});
        toast.success("The public link is a new one");
      }}
    />
  );
}

function TurnOff() {
  const { reason } = usePermission("event-types:write");
  const remove = useRemoveCatalogueLink();
  const trigger = <Button disabledReason={reason}>Turn off</Button>;
  if (reason) return trigger;
  return (
    <ConfirmDialog
      trigger={trigger}
      title="Turn off the public link?"
      consequences="The page is gone at once for everybody. Turned on again, it has another link."
      confirmLabel="Turn off link"
      onConfirm={async () => {
        await remove.mutateAsync({});
        toast.success("The public link is off");
      }}
    />
  );
}
