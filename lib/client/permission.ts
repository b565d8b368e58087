"use client";

import { leastRoleFor, type Permission, roleCan } from "../contracts/permissions.ts";
import { useTenant } from "./tenant.tsx";

export type PermissionAnswer = {
  isAllowed: boolean;
  /** Why not, for `disabledReason` of a control; undefined when it is allowed. */
  reason: string | undefined;
};

/** Whether the person may do this here, and the sentence for the control when not. The server decides again. */
export function usePermission(permission: Permission): PermissionAnswer {
  const { role, portal } = useTenant();
  if (portal) {
    const isAllowed = permission === "read" || portal.permissions.includes(permission);
    return {
      isAllowed,
      reason: isAllowed ? undefined : "The link that opened this portal does not allow it",
    };
  }
  if (roleCan(role, permission)) return { isAllowed: true, reason: undefined };
  const needed = leastRoleFor(permission);
  return { isAllowed: false, reason: `Needs the ${needed} role; yours is ${role}` };
}
