import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PortalGate } from "#components/portal/portal-gate.tsx";

export const metadata: Metadata = {
  title: { default: "Webhooks", template: "%s · Webhooks" },
  robots: { index: false },
  referrer: "no-referrer",
};

type Props = { children: ReactNode; params: Promise<{ tenant: string }> };

/** Pages for whoever holds a portal link. The server knows nothing of them here: each call carries their session. */
export default async function PortalLayout({ children, params }: Props) {
  return <PortalGate slug={(await params).tenant}>{children}</PortalGate>;
}
