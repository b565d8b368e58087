import { EndpointOverview } from "#components/endpoints/endpoint-overview.tsx";

type Props = { params: Promise<{ endpointId: string }> };

export default async function PortalEndpointPage({ params }: Props) {
  const { endpointId } = await params;
  return <EndpointOverview id={endpointId} />;
}
