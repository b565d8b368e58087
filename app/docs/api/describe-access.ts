import type { Access } from "#lib/contracts/operation.ts";
import { leastRoleFor, scopes, scopesCan } from "#lib/contracts/permissions.ts";

/** Who may call, in words: the scope of a key, and the least role of a member. */
export function describeAccess(access: Access): string {
  if (access === "public") return "Anyone";
  if (access === "signed-in") return "Any key, any member";
  if (access === "portal-link") return "A portal link";
  if (access === "portal-session") return "A portal session";
  const able = scopes.filter((scope) => scopesCan([scope], access));
  const keys = able.length > 0 ? `Keys with ${able.join(" or ")}` : "No key";
  const role = leastRoleFor(access);
  return `${keys}; ${role === "owner" ? "owners" : `members from ${role} up`}`;
}
