import type { Metadata } from "next";
import { EventPage } from "#components/events/event-page.tsx";
import { Page } from "#components/layout/page.tsx";

export const metadata: Metadata = { title: "Event" };

export default async function PortalEventPage({ params }: { params: Promise<{ id: string }> }) {
  return (
    <Page>
      <EventPage id={(await params).id} />
    </Page>
  );
}
