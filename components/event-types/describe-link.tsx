"use client";

import type { ReactNode } from "react";
import { PermissionLink } from "#components/dashboard/permission-link.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import { eventTypePath } from "./event-type-path.ts";

/** To the form, from where something is missing. */
export function DescribeLink({ name, children }: { name: string; children: ReactNode }) {
  const { slug } = useTenant();
  return (
    <PermissionLink permission="event-types:write" href={`${eventTypePath(slug, name)}/edit`}>
      {children}
    </PermissionLink>
  );
}
