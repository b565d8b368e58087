"use client";

import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { CopyLine } from "#components/ui/copy-line.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { inboxQuery, useRenewInbox } from "#lib/client/inbox.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Inbox } from "#lib/contracts/inbox.ts";
import { AnswerFields } from "./answer-fields.tsx";

/** The inbox's URL, and how it answers. */
export function InboxCard() {
  const { id } = useTenant();
  const { data, error, refetch } = useQuery(inboxQuery(id));
  return (
    <Card>
      <CardHeader title="Test inbox" description="A receiver at a URL of its own." actions={<RenewInbox />} />
      {data ? <Filled inbox={data} /> : null}
      {error && !data ? <LoadFailure error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Unfilled />}
    </Card>
  );
}

function Filled({ inbox }: { inbox: Inbox }) {
  return (
    <CardBody className="flex flex-col gap-4">
      <CopyLine text={inbox.url} label="Copy URL" />
      <AnswerFields inbox={inbox} />
    </CardBody>
  );
}

function Unfilled() {
  return (
    <CardBody className="flex flex-col gap-4" aria-busy>
      <Skeleton className="h-10 w-full max-sm:h-17.5" />
      <div className="flex flex-col gap-3">
        <div className="grid gap-4 sm:grid-cols-2">
          <UnfilledField />
          <UnfilledField />
        </div>
        <Skeleton className="w-2/3" />
      </div>
    </CardBody>
  );
}

function UnfilledField() {
  return (
    <div className="flex flex-col gap-1.5">
      <Skeleton className="h-5 w-24" />
      <Skeleton className="h-8 max-sm:h-11" />
    </div>
  );
}

function RenewInbox() {
  const { reason } = usePermission("endpoints:write");
  const renew = useRenewInbox();
  const trigger = (
    <Button size="sm" icon={<RefreshCw />} disabledReason={reason}>
      New URL
    </Button>
  );
  if (reason) return trigger;
  return (
    <ConfirmDialog
      trigger={trigger}
      tone="primary"
      title="Give the inbox a new URL?"
      consequences="The old one stops working at once, for everybody who knows it. Your endpoints that deliver to it move along."
      confirmLabel="Change URL"
      onConfirm={() => renew.mutateAsync({})}
    />
  );
}
