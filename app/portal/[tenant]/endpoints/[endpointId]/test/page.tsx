import type { Metadata } from "next";
import { EndpointTest } from "#components/endpoints/endpoint-test.tsx";

export const metadata: Metadata = { title: "Test" };

type Props = { params: Promise<{ endpointId: string }> };

export default async function PortalEndpointTestPage({ params }: Props) {
  const { endpointId } = await params;
  return <EndpointTest id={endpointId} />;
}
