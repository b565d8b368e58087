import type { Metadata } from "next";
import type { ReactNode } from "react";
import { EndpointFrame } from "#components/endpoints/endpoint-frame.tsx";
import { titleOf } from "#components/layout/title-of.ts";

type Props = { children: ReactNode; params: Promise<{ endpointId: string }> };

/** The server knows no more of it here than its id. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const name = titleOf("Endpoint", (await params).endpointId);
  return { title: { default: name, template: `%s · ${name} · Webhooks` } };
}

export default async function PortalEndpointLayout({ children, params }: Props) {
  return <EndpointFrame id={(await params).endpointId}>{children}</EndpointFrame>;
}
