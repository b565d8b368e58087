"use client";

import { Webhook } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useCreateEndpoint } from "#lib/client/endpoints.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { Inbox } from "#lib/contracts/inbox.ts";

/** The inbox is a receiver like others: events reach it through an endpoint, which one press makes. */
export function ConnectInbox({ inbox }: { inbox: Inbox }) {
  const { reason } = usePermission("endpoints:write");
  const create = useCreateEndpoint();
  const connect = () =>
    create.mutate({ body: { url: inbox.url, description: "Test inbox", eventTypes: ["*"] } });
  return (
    <>
      <EmptyState
        icon={<Webhook />}
        title="No endpoint delivers here yet"
        description="An endpoint with the inbox’s URL receives every event of the default application, and what you send from this page."
        action={
          <Button
            variant="primary"
            icon={<Webhook />}
            onClick={connect}
            loading={create.isPending || create.isSuccess}
            disabledReason={reason}
          >
            Connect the inbox
          </Button>
        }
      />
      {create.error ? (
        <Callout live tone="danger" title="The endpoint was not created" className="m-4 mt-0">
          {messageOf(create.error)}
        </Callout>
      ) : null}
    </>
  );
}
