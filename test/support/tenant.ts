import { createApiKey } from "#lib/api-keys/create.ts";
import type { Context } from "#lib/context.ts";
import type { Role, Scope } from "#lib/contracts/permissions.ts";
import { prisma } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { toPublicId } from "#lib/ids.ts";
import { createTenant } from "#lib/tenants/create.ts";
import { type Answered, callApi } from "./api.ts";
import { cookieOf, insertMember, insertUser } from "./people.ts";

/** Calls the API in this process as somebody; `headers` are laid over theirs. */
export type Requester = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answered>;

export type TestTenant = {
  tenantId: string;
  /** `ten_…` */
  publicId: string;
  slug: string;
  ctx: Context;
  /** A new key of these scopes; all of them unless given. */
  apiKey: (scopes?: Scope[]) => Promise<string>;
  /** With a key of all scopes. */
  request: Requester;
  /** With a new key of these scopes. */
  withScopes: (...scopes: Scope[]) => Promise<Requester>;
  /** As a new member signed in to the dashboard. */
  withRole: (role: Role) => Promise<Requester>;
};

/** A tenant as sign-up makes it, with its own owner, and ways to call the API in it. */
export async function createTenantForTest(): Promise<TestTenant> {
  const owner = await insertUser();
  const tenant = await prisma().$transaction((tx) => createTenant(tx, { name: "Acme", ownerId: owner.id }));
  const ctx: Context = { tenantId: tenant.id, actor: { kind: "system", id: null, label: "test" } };
  const publicId = toPublicId("tenant", tenant.id);
  const apiKey: TestTenant["apiKey"] = async (scopes = ["events:write", "read", "manage"]) =>
    (await createApiKey(ctx, { name: scopes.join(" "), scopes })).key;
  const key = await apiKey();
  return {
    tenantId: tenant.id,
    publicId,
    slug: tenant.slug,
    ctx,
    apiKey,
    request: requesterOf({ authorization: `Bearer ${key}` }),
    withScopes: async (...scopes) => requesterOf({ authorization: `Bearer ${await apiKey(scopes)}` }),
    withRole: async (role) => {
      const cookie = await cookieOf(await insertMember(tenant.id, role));
      return requesterOf({ cookie, "posthorn-tenant": publicId, origin: new URL(env().url).origin });
    },
  };
}

function requesterOf(own: Record<string, string>): Requester {
  return (method, path, body, headers = {}) =>
    callApi({ method, path, body, headers: { ...own, ...headers } });
}
