"use client";

import { useQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { Listing } from "#components/lists/listing.tsx";
import { NeedsRole } from "#components/settings/needs-role.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { emailsQuery } from "#lib/client/emails.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { MailSheet } from "./mail-sheet.tsx";
import { MailTable, mailColumns } from "./mail-table.tsx";

/** The e-mails of a tenant on an installation that has no mail server. */
export function Mailbox() {
  const { isAllowed } = usePermission("mailbox:read");
  return (
    <div className="flex flex-col gap-4">
      <Callout title="No mail server is set up">
        Posthorn keeps here what it would have sent, such as invitations and warnings about failing endpoints.
        To have e-mails sent, the operator sets <code className="font-mono text-xs">SMTP_URL</code>; this page
        is gone then.
      </Callout>
      <Card>
        {isAllowed ? <Mails /> : <NeedsRole permission="mailbox:read" title="The mailbox is for owners" />}
      </Card>
    </div>
  );
}

function Mails() {
  const { id } = useTenant();
  const [{ cursor, email }, setPlace] = useQueryStates({ cursor: parseAsString, email: parseAsString });
  const query = useQuery(emailsQuery(id, { limit: 50, ...(cursor ? { cursor } : {}) }));
  return (
    <>
      <Listing query={query} columns={mailColumns} things={["e-mail", "e-mails"]} empty={<NoMails />}>
        {(mails) => (
          <MailTable
            mails={mails}
            openId={email}
            onOpen={(mailId) => void setPlace({ email: mailId }, { history: "push" })}
          />
        )}
      </Listing>
      <MailSheet id={email} onClose={() => void setPlace({ email: null }, { history: "push" })} />
    </>
  );
}

function NoMails() {
  const { slug } = useTenant();
  return (
    <EmptyState
      icon={<Inbox />}
      title="No e-mails yet"
      description="Invite somebody, and the invitation stands here with its link."
      action={<ButtonLink href={`/${slug}/settings/members`}>Invite a member</ButtonLink>}
    />
  );
}
