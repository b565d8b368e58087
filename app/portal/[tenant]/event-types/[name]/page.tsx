import type { Metadata } from "next";
import { EventTypePage } from "#components/event-types/event-type-page.tsx";

type Props = { params: Promise<{ name: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default async function PortalEventTypePage({ params }: Props) {
  return <EventTypePage name={decodeURIComponent((await params).name)} />;
}
