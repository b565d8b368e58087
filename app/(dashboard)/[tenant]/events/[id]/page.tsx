import type { Metadata } from "next";
import { EventPage } from "#components/events/event-page.tsx";
import { Page } from "#components/layout/page.tsx";

type Props = { params: Promise<{ id: string }> };

/** With the end of its id, by which tabs are told apart. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Event …${(await params).id.slice(-6)}` };
}

export default async function EventRoute({ params }: Props) {
  return (
    <Page>
      <EventPage id={(await params).id} />
    </Page>
  );
}
