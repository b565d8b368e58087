import type { Metadata } from "next";
import { EditEventType } from "#components/event-types/edit-event-type.tsx";

type Props = { params: Promise<{ name: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Edit ${decodeURIComponent((await params).name)}` };
}

export default async function EditEventTypeRoute({ params }: Props) {
  return <EditEventType name={decodeURIComponent((await params).name)} />;
}
