"use client";

import { useQuery } from "@tanstack/react-query";
import { BodyView } from "#components/attempts/body-view.tsx";
import { HeaderList } from "#components/attempts/header-list.tsx";
import { isMissing, LoadFailure } from "#components/log/load-failure.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { DateTime } from "#components/ui/date-time.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { inboxRequestQuery } from "#lib/client/inbox.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { InboxRequestDetail } from "#lib/contracts/inbox.ts";
import { answerName } from "./answers.ts";
import { SignatureFinding } from "./signature-finding.tsx";

export interface ReceivedSheetProps {
  /** The request to show; null closes the sheet. */
  id: string | null;
  onClose: () => void;
}

export function ReceivedSheet({ id, onClose }: ReceivedSheetProps) {
  const { id: tenantId } = useTenant();
  const query = useQuery({ ...inboxRequestQuery(tenantId, id ?? ""), enabled: id !== null });
  const request = query.data;
  return (
    <Sheet
      open={id !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={request ? (request.eventType ?? `${request.method} request`) : "Received request"}
      summary={request ? <Summary request={request} /> : undefined}
      actions={request ? <EventLink webhookId={request.webhookId} /> : null}
    >
      {request ? (
        <Received request={request} />
      ) : (
        <Unread error={query.error} onRetry={() => void query.refetch()} />
      )}
    </Sheet>
  );
}

function Summary({ request: { receivedAt, status, delaySeconds, remoteAddress } }: Of) {
  const answer = status === 0 ? "Never answered" : `Answered ${answerName(status)}`;
  return (
    <>
      <DateTime at={receivedAt} /> · {answer}
      {delaySeconds > 0 ? ` after ${delaySeconds} s` : ""}
      {remoteAddress ? ` · from ${remoteAddress}` : ""}
    </>
  );
}

type Of = { request: InboxRequestDetail };

function Received({ request }: Of) {
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <SignatureFinding request={request} />
      <p className="font-mono text-sm leading-7">
        <span className="font-medium text-brass">{request.method}</span>{" "}
        <bdi className="break-all">{request.path}</bdi>
      </p>
      <HeaderList headers={request.headers} label="Headers" />
      <BodyView body={request.body} label="Body" />
    </div>
  );
}

/** A `webhook-id` of ours is the event's id. */
function EventLink({ webhookId }: Pick<InboxRequestDetail, "webhookId">) {
  const { slug } = useTenant();
  if (!webhookId?.startsWith("evt_")) return null;
  return (
    <ButtonLink size="sm" href={`/${slug}/events/${webhookId}`}>
      Open event
    </ButtonLink>
  );
}

function Unread({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (isMissing(error)) return <p className="text-muted">This request is no longer kept.</p>;
  return error ? <LoadFailure error={error} onRetry={onRetry} /> : <SkeletonText lines={8} />;
}
