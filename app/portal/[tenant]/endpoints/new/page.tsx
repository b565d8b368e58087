import type { Metadata } from "next";
import { NewEndpoint } from "#components/endpoints/new-endpoint.tsx";

export const metadata: Metadata = { title: "New endpoint" };

export default function PortalNewEndpointPage() {
  return <NewEndpoint />;
}
