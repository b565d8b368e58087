"use client";

import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { InboxCard } from "./inbox-card.tsx";
import { ReceivedCard } from "./received-card.tsx";
import { SendCard } from "./send-card.tsx";

/** Both ends of a webhook on one page: what we send, and a receiver that shows what arrived. */
export function Playground() {
  return (
    <Page>
      <PageHeader
        title="Playground"
        description={
          <>
            A test inbox of your own. Deliver to it, see exactly what arrives, and choose how it answers.{" "}
            <TextLink href="/docs/test-inbox">About the inbox</TextLink>
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <InboxCard />
          <ReceivedCard />
        </div>
        <SendCard />
      </div>
    </Page>
  );
}
