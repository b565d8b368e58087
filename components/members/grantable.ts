import { type Role, roles } from "#lib/contracts/permissions.ts";

/** Why somebody with the role `own` may not give the role `granted`; undefined when they may. The server decides again. */
export function grantRefusal(own: Role, granted: Role): string | undefined {
  return roles.indexOf(granted) < roles.indexOf(own)
    ? `Needs the ${granted} role; yours is ${own}`
    : undefined;
}
