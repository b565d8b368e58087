import type { Metadata } from "next";
import { PortalSettingsPage } from "#components/portal/portal-settings.tsx";

export const metadata: Metadata = { title: "Portal" };

export default function PortalSettingsRoute() {
  return <PortalSettingsPage />;
}
