import type { Metadata } from "next";
import type { ReactNode } from "react";
import { EndpointFrame } from "#components/endpoints/endpoint-frame.tsx";

type Props = { children: ReactNode; params: Promise<{ endpointId: string }> };

/** With the end of its id, by which tabs are told apart: the server knows no more of it here. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const name = `Endpoint …${(await params).endpointId.slice(-6)}`;
  return { title: { default: name, template: `%s · ${name} · Webhooks` } };
}

export default async function PortalEndpointLayout({ children, params }: Props) {
  return <EndpointFrame id={(await params).endpointId}>{children}</EndpointFrame>;
}
