import type { Metadata } from "next";
import { NotificationSettingsPage } from "#components/alerts/notification-settings.tsx";

export const metadata: Metadata = { title: "Notifications" };

export default function NotificationSettingsRoute() {
  return <NotificationSettingsPage />;
}
