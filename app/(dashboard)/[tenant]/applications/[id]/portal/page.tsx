import type { Metadata } from "next";
import { ApplicationPortal } from "#components/portal/application-portal.tsx";

export const metadata: Metadata = { title: "Portal" };

export default async function ApplicationPortalPage({ params }: { params: Promise<{ id: string }> }) {
  return <ApplicationPortal id={decodeURIComponent((await params).id)} />;
}
