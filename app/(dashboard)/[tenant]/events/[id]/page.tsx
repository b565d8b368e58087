import type { Metadata } from "next";
import { EventPage } from "#components/events/event-page.tsx";
import { Page } from "#components/layout/page.tsx";
import { titleOf } from "#components/layout/title-of.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: titleOf("Event", (await params).id) };
}

export default async function EventRoute({ params }: Props) {
  return (
    <Page>
      <EventPage id={(await params).id} />
    </Page>
  );
}
