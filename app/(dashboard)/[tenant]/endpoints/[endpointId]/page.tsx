import { EndpointOverview } from "#components/endpoints/endpoint-overview.tsx";

export default async function EndpointPage({ params }: { params: Promise<{ endpointId: string }> }) {
  return <EndpointOverview id={(await params).endpointId} />;
}
