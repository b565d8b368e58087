import type { Metadata } from "next";
import { EventLog } from "#components/events/event-log.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export const metadata: Metadata = { title: "Events" };

export default function PortalEventsPage() {
  return (
    <Page width="full">
      <PageHeader title="Events" description="What happened for you, newest first." />
      <EventLog />
    </Page>
  );
}
