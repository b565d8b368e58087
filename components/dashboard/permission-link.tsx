"use client";

import { Button } from "#components/ui/button.tsx";
import { ButtonLink, type ButtonLinkProps } from "#components/ui/button-link.tsx";
import { usePermission } from "#lib/client/permission.ts";
import type { Permission } from "#lib/contracts/permissions.ts";

export interface PermissionLinkProps extends ButtonLinkProps {
  permission: Permission;
}

/** A link that looks like a button; disabled, with the role that it takes, for those who may not. */
export function PermissionLink({ permission, ...link }: PermissionLinkProps) {
  const { reason } = usePermission(permission);
  if (!reason) return <ButtonLink {...link} />;
  const { variant, size, icon, children } = link;
  return (
    <Button variant={variant} size={size} icon={icon} disabledReason={reason}>
      {children}
    </Button>
  );
}
