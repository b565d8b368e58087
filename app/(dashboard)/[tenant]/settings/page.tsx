import type { Metadata } from "next";
import { GeneralSettings } from "#components/settings/general-settings.tsx";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Settings" };

export default function GeneralSettingsPage() {
  return <GeneralSettings defaultSchedule={env().retrySchedule} />;
}
