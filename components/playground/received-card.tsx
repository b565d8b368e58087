"use client";

import { useQuery } from "@tanstack/react-query";
import { Inbox as InboxIcon, Trash2 } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";
import { Listing } from "#components/lists/listing.tsx";
import { LiveToggle } from "#components/log/live-toggle.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { inboxQuery, inboxRequestsQuery, useClearInbox } from "#lib/client/inbox.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { ReceivedSheet } from "./received-sheet.tsx";
import { ReceivedTable, receivedColumns } from "./received-table.tsx";

const watchMs = 1_500;

/** What the inbox received, as it arrives. */
export function ReceivedCard() {
  const { id } = useTenant();
  const [isLive, setLive] = useState(true);
  const [{ cursor, open }, setPlace] = useQueryStates({ cursor: parseAsString, open: parseAsString });
  const filter = { limit: 25, ...(cursor ? { cursor } : {}) };
  const query = useQuery({ ...inboxRequestsQuery(id, filter), refetchInterval: isLive ? watchMs : false });
  const show = (next: string | null) => void setPlace({ open: next }, { history: "push" });
  const isFilled = query.data !== undefined && query.data.data.length > 0;
  return (
    <Card>
      <CardHeader
        title="Received"
        actions={
          <div className="-mr-2 flex items-center">
            <LiveToggle isLive={isLive} isCutOff={query.isError} onToggle={() => setLive(!isLive)} />
            {isFilled ? <ClearInbox /> : null}
          </div>
        }
      />
      <Listing
        query={query}
        columns={receivedColumns}
        things={["request", "requests"]}
        empty={<NothingYet />}
      >
        {(requests) => <ReceivedTable requests={requests} openId={open} onOpen={show} />}
      </Listing>
      <ReceivedSheet id={open} onClose={() => show(null)} />
    </Card>
  );
}

function ClearInbox() {
  const clear = useClearInbox();
  const { isAllowed } = usePermission("endpoints:write");
  if (!isAllowed) return null;
  return (
    <ConfirmDialog
      trigger={<IconButton label="Clear the inbox" icon={<Trash2 />} />}
      title="Clear the inbox?"
      consequences="Everything it received is forgotten. Deliveries and their attempts stay in the log."
      confirmLabel="Clear inbox"
      onConfirm={() => clear.mutateAsync({})}
    />
  );
}

function NothingYet() {
  const { id } = useTenant();
  const { data: inbox } = useQuery(inboxQuery(id));
  return (
    <EmptyState
      icon={<InboxIcon />}
      title="Waiting for the first request…"
      description="Send a test event, or call the URL above with anything. It shows up here by itself."
      action={
        inbox ? (
          <CopyButton text={`curl ${inbox.url} -d 'Hello'`} label="Copy as curl" size="md" withLabel />
        ) : null
      }
      className="py-10"
    />
  );
}
