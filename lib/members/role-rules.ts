import { type Role, roles } from "../contracts/permissions.ts";

/** Whether somebody with the role `own` may give the role `granted`: never one above their own. */
export function mayGrant(own: Role, granted: Role): boolean {
  return powerOf(granted) <= powerOf(own);
}

/** Whether somebody with the role `own` may change or remove a member with the role `theirs`: only owners touch owners. */
export function mayTouch(own: Role, theirs: Role): boolean {
  return powerOf(theirs) <= powerOf(own);
}

function powerOf(role: Role): number {
  return roles.length - roles.indexOf(role);
}
