import type { Metadata } from "next";
import { Quickstart } from "#components/api-keys/quickstart.tsx";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Quickstart" };

export default function QuickstartPage() {
  return <Quickstart apiUrl={env().url} />;
}
