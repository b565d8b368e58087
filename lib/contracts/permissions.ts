export const roles = ["owner", "admin", "developer", "support", "viewer"] as const;
export type Role = (typeof roles)[number];

/** One line for each role, shown wherever a role is chosen. */
export const roleMeanings: Record<Role, string> = {
  owner: "Everything, including owners and deleting the tenant",
  admin: "Everything but owners",
  developer: "Endpoints, secrets, event types and API keys",
  support: "Reads everything but secrets, and resends deliveries",
  viewer: "Reads everything but secrets",
};

export const scopes = ["events:write", "read", "manage"] as const;
export type Scope = (typeof scopes)[number];

export const permissions = [
  "read",
  "events:write",
  "views:write",
  "deliveries:resend",
  "endpoints:write",
  "secrets:manage",
  "applications:write",
  "event-types:write",
  "keys:manage",
  "members:manage",
  "audit:read",
  "tenant:manage",
  "mailbox:read",
] as const;
export type Permission = (typeof permissions)[number];

/** What every member may do, whatever their role; no key may, since views belong to people. */
const viewer: readonly Permission[] = ["read", "views:write"];
const support: readonly Permission[] = [...viewer, "deliveries:resend"];
const developer: readonly Permission[] = [
  ...support,
  "events:write",
  "endpoints:write",
  "secrets:manage",
  "applications:write",
  "event-types:write",
  "keys:manage",
];
const admin: readonly Permission[] = [...developer, "members:manage", "audit:read", "tenant:manage"];

const permissionsOfRole: Record<Role, readonly Permission[]> = {
  // The mailbox may hold an owner's invitation, which must not make an owner of an admin.
  owner: [...admin, "mailbox:read"],
  admin,
  developer,
  support,
  viewer,
};

const permissionsOfScope: Record<Scope, readonly Permission[]> = {
  "events:write": ["events:write"],
  read: ["read"],
  manage: developer.filter((permission) => permission !== "views:write"),
};

/** Whether a role may do something: the one permission function for people, deny by default. */
export function roleCan(role: Role, permission: Permission): boolean {
  return permissionsOfRole[role].includes(permission);
}

/** Whether any of a key's scopes covers something: the one permission function for API keys. */
export function scopesCan(granted: readonly Scope[], permission: Permission): boolean {
  return granted.some((scope) => permissionsOfScope[scope].includes(permission));
}

/** The least powerful role that may do something, for "you need the developer role" tooltips. */
export function leastRoleFor(permission: Permission): Role {
  return roles.findLast((role) => roleCan(role, permission)) ?? "owner";
}
