import type { PortalPermission } from "#lib/contracts/portal.ts";
import { createPortalLink } from "#lib/portal/create-link.ts";
import { callApi } from "./api.ts";
import type { Requester, TestTenant } from "./tenant.ts";

/** A new portal link of an application: its token, and its id. */
export async function portalLink(
  { ctx }: TestTenant,
  {
    application = "default",
    permissions = [] as PortalPermission[],
    expiresInSeconds = 600,
    sessionSeconds = 3_600,
  },
): Promise<{ token: string; id: string; url: string }> {
  const { url, id } = await createPortalLink(ctx, {
    application,
    permissions,
    expiresInSeconds,
    sessionSeconds,
  });
  return { token: new URL(url).hash.slice(1), id, url };
}

/** Calls the API with a bearer token of the portal. */
export function portalRequester(token: string): Requester {
  return (method, path, body, headers = {}) =>
    callApi({ method, path, body, headers: { authorization: `Bearer ${token}`, ...headers } });
}

/** Opens a link of these permissions and calls the API within its session. */
export async function withPortal(
  tenant: TestTenant,
  given: { application?: string; permissions?: PortalPermission[] },
): Promise<Requester & { sessionId: string }> {
  const { token, id } = await portalLink(tenant, given);
  const opened = await portalRequester(token)("POST", "/portal/session");
  return Object.assign(portalRequester(String(opened.body.token)), { sessionId: id });
}
