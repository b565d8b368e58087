import { findActiveKey } from "../api-keys/find-active.ts";
import { findSessionMember } from "../auth/find-session-member.ts";
import { refuseForeignOrigin } from "../auth/refuse-foreign-origin.ts";
import { claimsOf } from "../auth/session-cookie.ts";
import type { Context } from "../context.ts";
import type { Operation } from "../contracts/operation.ts";
import {
  leastRoleFor,
  type Permission,
  type Role,
  roleCan,
  type Scope,
  scopesCan,
} from "../contracts/permissions.ts";
import type { PortalPermission } from "../contracts/portal.ts";
import { AppError } from "../errors.ts";
import { fromPublicId } from "../ids.ts";
import { findPortalHolder, isPortalToken } from "../portal/find-holder.ts";

/** Who called, confined to one tenant, with what lets them in. */
export type Caller = Context & {
  grant:
    | { kind: "role"; role: Role }
    | { kind: "scopes"; scopes: readonly Scope[] }
    | {
        kind: "portal-link" | "portal-session";
        applicationId: string;
        permissions: readonly PortalPermission[];
      };
};

/** Finds out who calls: an API key, a portal token, or a signed-in member naming a tenant. Throws 401 and 403. */
export async function authenticate(request: Request): Promise<Caller> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return byBearer(/^Bearer +([A-Za-z0-9_-]+)$/i.exec(authorization)?.[1]);
  refuseForeignOrigin(request);
  return bySession(request);
}

/** Deny by default: throws 403 unless the caller's role, scopes or portal session cover the operation. */
export function authorize(caller: Caller, { access, portal }: Pick<Operation, "access" | "portal">): void {
  const { kind } = caller.grant;
  if (kind === "portal-link" || kind === "portal-session") {
    if (access === kind || (kind === "portal-session" && portal && can(caller, access as Permission))) return;
    throw new AppError("forbidden", { detail: "A portal link or session may not do this." });
  }
  if (access === "portal-link" || access === "portal-session")
    throw new AppError("forbidden", { detail: "This is for the portal alone." });
  if (access === "public" || access === "signed-in") return;
  if (can(caller, access)) return;
  const need = `This needs the permission ${access} (the ${leastRoleFor(access)} role or above).`;
  throw new AppError("forbidden", { detail: need });
}

/** Whether a request that was let in would be let in now. Rejects when that cannot be told. */
export async function isAllowed(
  request: Request,
  operation: Pick<Operation, "access" | "portal">,
): Promise<boolean> {
  try {
    authorize(await authenticate(request), operation);
    return true;
  } catch (error) {
    if (error instanceof AppError && (error.status === 401 || error.status === 403)) return false;
    throw error;
  }
}

export function can({ grant }: Caller, permission: Permission): boolean {
  if (grant.kind === "role") return roleCan(grant.role, permission);
  if (grant.kind === "scopes") return scopesCan(grant.scopes, permission);
  return permission === "read" || (grant.permissions as readonly Permission[]).includes(permission);
}

function byBearer(token: string | undefined): Promise<Caller> {
  return token !== undefined && isPortalToken(token) ? byPortal(token) : byKey(token);
}

async function byPortal(token: string): Promise<Caller> {
  const holder = await findPortalHolder(token);
  if (!holder)
    throw new AppError("unauthenticated", { detail: "This portal link or session is over, or was revoked." });
  const { id, tenantId, applicationId, applicationName, permissions } = holder;
  return {
    tenantId,
    actor: { kind: "portal", id, label: `Portal of ${applicationName}` },
    grant: { kind: `portal-${holder.kind}`, applicationId, permissions },
  };
}

async function byKey(key: string | undefined): Promise<Caller> {
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
