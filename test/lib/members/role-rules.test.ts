import { expect, test } from "vitest";
import { type Role, roles } from "#lib/contracts/permissions.ts";
import { mayGrant, mayTouch } from "#lib/members/role-rules.ts";

const grantable: Record<Role, readonly Role[]> = {
  owner: ["owner", "admin", "developer", "support", "viewer"],
  admin: ["admin", "developer", "support", "viewer"],
  developer: ["developer", "support", "viewer"],
  support: ["support", "viewer"],
  viewer: ["viewer"],
};

test.each(roles.flatMap((own) => roles.map((other) => [own, other] as const)))(
  "%s grants and touches %s exactly when it is not above",
  (own, other) => {
    expect(mayGrant(own, other)).toBe(grantable[own].includes(other));
    expect(mayTouch(own, other)).toBe(grantable[own].includes(other));
  },
);
