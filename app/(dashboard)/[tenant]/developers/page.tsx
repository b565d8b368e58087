import type { Metadata } from "next";
import { ApiKeys } from "#components/api-keys/api-keys.tsx";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "API keys" };

export default function ApiKeysPage() {
  return <ApiKeys apiUrl={env().url} />;
}
