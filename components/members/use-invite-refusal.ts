"use client";

import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";

/** Why whoever looks may invite nobody; undefined when they may. */
export function useInviteRefusal(): string | undefined {
  const { isAllowed, reason } = usePermission("members:manage");
  const { user } = useTenant();
  return isAllowed && !user.isVerified ? "Confirm your e-mail address first" : reason;
}
