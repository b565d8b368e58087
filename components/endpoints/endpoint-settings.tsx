"use client";

import { useQuery } from "@tanstack/react-query";
import { endpointQuery } from "#lib/client/endpoints.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { DangerZone } from "./settings/danger-zone.tsx";
import { SecretCard } from "./settings/secret-card.tsx";
import { SettingsForm } from "./settings/settings-form.tsx";

/** Everything that can be set for an endpoint. */
export function EndpointSettings({ id }: { id: string }) {
  const { id: tenantId } = useTenant();
  const { data: endpoint } = useQuery(endpointQuery(tenantId, id));
  if (!endpoint) return null;
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <SettingsForm endpoint={endpoint} />
      <SecretCard endpoint={endpoint} />
      <DangerZone endpoint={endpoint} />
    </div>
  );
}
