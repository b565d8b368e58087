"use client";

import { useQuery } from "@tanstack/react-query";
import { isMissing, LoadFailure } from "#components/log/load-failure.tsx";
import { DateTime } from "#components/ui/date-time.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { emailQuery } from "#lib/client/emails.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { LinkedText } from "./linked-text.tsx";

export interface MailSheetProps {
  /** The e-mail to read; null closes the sheet. */
  id: string | null;
  onClose: () => void;
}

export function MailSheet({ id, onClose }: MailSheetProps) {
  const { id: tenantId } = useTenant();
  const query = useQuery({ ...emailQuery(tenantId, id ?? ""), enabled: id !== null });
  const mail = query.data;
  return (
    <Sheet
      open={id !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      width="md"
      title={mail ? <bdi>{mail.subject}</bdi> : "E-mail"}
      summary={
        mail ? (
          <>
            To <span className="wrap-anywhere">{mail.recipient}</span> · <DateTime at={mail.createdAt} />
          </>
        ) : undefined
      }
    >
      {mail ? <Text text={mail.text} /> : <Unread error={query.error} onRetry={() => void query.refetch()} />}
    </Sheet>
  );
}

function Text({ text }: { text: string | null }) {
  if (text === null) {
    return (
      <p className="text-muted">
        Its text is not shown any more: a mail server has been set up, and it may hold a link that works once.
      </p>
    );
  }
  return (
    <div className="whitespace-pre-wrap text-base leading-6 wrap-anywhere">
      <LinkedText text={text} />
    </div>
  );
}

function Unread({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (isMissing(error)) return <p className="text-muted">This e-mail is no longer kept.</p>;
  return error ? <LoadFailure error={error} onRetry={onRetry} /> : <SkeletonText lines={6} />;
}
