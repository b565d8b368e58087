import type { Metadata } from "next";
import { EndpointTest } from "#components/endpoints/endpoint-test.tsx";

export const metadata: Metadata = { title: "Test" };

export default async function EndpointTestPage({ params }: { params: Promise<{ endpointId: string }> }) {
  return <EndpointTest id={(await params).endpointId} />;
}
