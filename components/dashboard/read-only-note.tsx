"use client";

import { Callout } from "#components/ui/callout.tsx";
import { usePermission } from "#lib/client/permission.ts";
import type { Permission } from "#lib/contracts/permissions.ts";

/** Above a form whose fields are off for the person's role: says so, and which role turns them on. */
export function ReadOnlyNote({ permission }: { permission: Permission }) {
  const { reason } = usePermission(permission);
  return reason ? <Callout title="You can look at this, not change it">{reason}.</Callout> : null;
}
