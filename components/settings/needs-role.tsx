"use client";

import { Lock } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import { leastRoleFor, type Permission } from "#lib/contracts/permissions.ts";

export interface NeedsRoleProps {
  permission: Permission;
  title: string;
  className?: string;
}

/** In place of what the person's role does not show: which role does. */
export function NeedsRole({ permission, title, className }: NeedsRoleProps) {
  const { role, name } = useTenant();
  const needed = leastRoleFor(permission);
  return (
    <EmptyState
      icon={<Lock />}
      title={title}
      description={`It takes the ${needed} role; yours in ${name} is ${role}. ${needed === "owner" ? "Ask an owner for it." : "Ask an owner or admin for it."}`}
      {...(className ? { className } : {})}
    />
  );
}
