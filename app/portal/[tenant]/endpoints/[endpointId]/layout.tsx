import type { ReactNode } from "react";
import { EndpointFrame } from "#components/endpoints/endpoint-frame.tsx";

type Props = { children: ReactNode; params: Promise<{ endpointId: string }> };

export default async function PortalEndpointLayout({ children, params }: Props) {
  return <EndpointFrame id={(await params).endpointId}>{children}</EndpointFrame>;
}
