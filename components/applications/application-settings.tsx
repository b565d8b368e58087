"use client";

import { useQuery } from "@tanstack/react-query";
import { applicationQuery } from "#lib/client/applications.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { ApplicationSettingsForm } from "./application-settings-form.tsx";
import { DeleteApplication } from "./delete-application.tsx";

export function ApplicationSettings({ id }: { id: string }) {
  const { id: tenantId } = useTenant();
  const { data: application } = useQuery(applicationQuery(tenantId, id));
  if (!application) return null;
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <ApplicationSettingsForm application={application} />
      <DeleteApplication application={application} />
    </div>
  );
}
