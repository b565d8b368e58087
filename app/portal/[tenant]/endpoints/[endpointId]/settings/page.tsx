import type { Metadata } from "next";
import { EndpointSettings } from "#components/endpoints/endpoint-settings.tsx";

export const metadata: Metadata = { title: "Settings" };

type Props = { params: Promise<{ endpointId: string }> };

export default async function PortalEndpointSettingsPage({ params }: Props) {
  const { endpointId } = await params;
  return <EndpointSettings id={endpointId} />;
}
