import type { Metadata } from "next";
import { EndpointSettings } from "#components/endpoints/endpoint-settings.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function EndpointSettingsPage({ params }: { params: Promise<{ endpointId: string }> }) {
  return <EndpointSettings id={(await params).endpointId} />;
}
