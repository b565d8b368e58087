import type { Metadata } from "next";
import { ApplicationSettings } from "#components/applications/application-settings.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function ApplicationSettingsPage({ params }: { params: Promise<{ id: string }> }) {
  return <ApplicationSettings id={decodeURIComponent((await params).id)} />;
}
