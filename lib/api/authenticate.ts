import { findActiveKey } from "../api-keys/find-active.ts";
import { sessionUser } from "../auth/session-user.ts";
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
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { fromPublicId } from "../ids.ts";
import { findMembership } from "../members/find-membership.ts";

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
  const user = await sessionUser(request);
  if (!user)
    throw new AppError("unauthenticated", { detail: "Sign in, or send an API key as a bearer token." });
  const tenantId = fromPublicId("tenant", request.headers.get("posthorn-tenant") ?? "");
  const membership = tenantId && (await findMembership(user.id, tenantId));
  if (!membership)
    throw new AppError("forbidden", { detail: "Name one of your tenants in the Posthorn-Tenant header." });
  return {
    tenantId,
    actor: { kind: "user", id: user.id, label: user.email },
    grant: { kind: "role", role: membership.role },
  };
}

/** A cookie alone must not let another site act: every change needs our own Origin. */
export function refuseForeignOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  if (origin === null && request.headers.get("cookie") === null) return;
  if (origin === new URL(env().url).origin || origin === originOfHost(request)) return;
  throw new AppError("foreign_origin");
}

function originOfHost(request: Request): string {
  const host = request.headers.get("host") ?? "";
  return `${new URL(env().url).protocol}//${host}`;
}
