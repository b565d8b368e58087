import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PublishedEventType } from "#components/catalogue/published-event-type.tsx";
import { findPublished, listPublished } from "#lib/catalogue/published.ts";
import { eventTypeName } from "#lib/contracts/fields.ts";
import { loadCatalogue } from "../../load-catalogue.ts";

type Props = { params: Promise<{ token: string; name: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await params;
  return eventTypeName.safeParse(name).success ? { title: name } : {};
}

export default async function PublishedEventTypePage({ params }: Props) {
  const { token, name } = await params;
  const catalogue = await loadCatalogue(token);
  if (catalogue === "busy") return null;
  if (!eventTypeName.safeParse(name).success) notFound();
  const [eventTypes, eventType] = await Promise.all([
    listPublished(catalogue),
    findPublished(catalogue, name),
  ]);
  return (
    <PublishedEventType
      base={`/catalogue/${token}`}
      eventTypes={eventTypes}
      eventType={eventType ?? notFound()}
    />
  );
}
