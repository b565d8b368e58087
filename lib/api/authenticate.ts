import { findActiveKey } from "../api-keys/find-active.ts";
import { findSessionMember } from "../auth/find-session-member.ts";
import { refuseForeignOrigin } from "../auth/refuse-foreign-origin.ts";
import { claimsOf } from "../auth/session-cookie.ts";
import type { Context } from "../context.ts";
import type { Access } from "../contracts/operation.ts";
import {
  leastRoleFor,
  type Permission,
  type Role,
  roleCan,
  type Scope,
  scopesCan,
} from "../contracts/permissions.ts";
import { AppError } from "../errors.ts";
import { fromPublicId } from "../ids.ts";

/** Who called, confined to one tenant, with what lets them in. */
export type Caller = Context & {
  grant: { kind: "role"; role: Role } | { kind: "scopes"; scopes: readonly Scope[] };
};

/** Finds out who calls: an API key, or a signed-in member naming a tenant. Throws 401 and 403. */
export async function authenticate(request: Request): Promise<Caller> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return byKey(authorization);
  refuseForeignOrigin(request);
  return bySession(request);
}

/** Deny by default: throws 403 unless the caller's role or scopes cover the operation. */
export function authorize(caller: Caller, access: Access): void {
  if (access === "public" || access === "signed-in") return;
  if (can(caller, access)) return;
  const need = `This needs the permission ${access} (the ${leastRoleFor(access)} role or above).`;
  throw new AppError("forbidden", { detail: need });
}

export function can({ grant }: Caller, permission: Permission): boolean {
  return grant.kind === "role" ? roleCan(grant.role, permission) : scopesCan(grant.scopes, permission);
}

async function byKey(authorization: string): Promise<Caller> {
  const key = /^Bearer +([A-Za-z0-9_-]+)$/i.exec(authorization)?.[1];
  const found = key === undefined ? undefined : await findActiveKey(key);
  if (!found)
    throw new AppError("unauthenticated", { detail: "The API key is missing, malformed, revoked or wrong." });
  return {
    tenantId: found.tenantId,
    actor: { kind: "apiKey", id: found.id, label: found.name },
    grant: { kind: "scopes", scopes: found.scopes },
  };
}

async function bySession(request: Request): Promise<Caller> {
  const claims = await claimsOf(request.headers);
  const tenantId = fromPublicId("tenant", request.headers.get("posthorn-tenant") ?? "");
  const member = claims && (await findSessionMember(claims, tenantId));
  if (!member)
    throw new AppError("unauthenticated", { detail: "Sign in, or send an API key as a bearer token." });
  const { user, role } = member;
  if (!tenantId || !role)
    throw new AppError("forbidden", { detail: "Name one of your tenants in the Posthorn-Tenant header." });
  return {
    tenantId,
    actor: { kind: "user", id: user.id, label: user.email },
    grant: { kind: "role", role },
  };
}
