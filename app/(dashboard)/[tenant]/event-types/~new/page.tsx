import type { Metadata } from "next";
import { NewEventType } from "#components/event-types/new-event-type.tsx";

export const metadata: Metadata = { title: "New event type" };

export default function NewEventTypePage() {
  return <NewEventType />;
}
