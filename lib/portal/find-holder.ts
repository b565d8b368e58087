import type { PortalPermission } from "../contracts/portal.ts";
import { pool } from "../db.ts";
import { hashToken } from "../vault.ts";
import { linkPrefix, sessionPrefix } from "./token.ts";

/** Who holds a portal token: of a link not yet opened, or of a session; ids are UUIDs. */
export type PortalHolder = {
  kind: "link" | "session";
  id: string;
  tenantId: string;
  applicationId: string;
  applicationName: string;
  permissions: PortalPermission[];
};

/** Whether a bearer token is one of the portal's, good or not. */
export function isPortalToken(token: string): boolean {
  return token.startsWith(linkPrefix) || token.startsWith(sessionPrefix);
}

/** The holder of a portal token; undefined when it is wrong, over, revoked, opened already, or its application deleted. Never remembered. */
export async function findPortalHolder(token: string): Promise<PortalHolder | undefined> {
  const kind = token.startsWith(sessionPrefix) ? "session" : "link";
  const { rows } = await pool().query<Omit<PortalHolder, "kind">>(statements[kind], [hashToken(token)]);
  return rows[0] && { kind, ...rows[0] };
}

const select = `SELECT held.id, held.tenant_id AS "tenantId", held.application_id AS "applicationId",
                       applications.name AS "applicationName", held.permissions
                  FROM portal_sessions held JOIN applications ON applications.id = held.application_id
                 WHERE applications.deleted_at IS NULL AND held.revoked_at IS NULL AND held.expires_at > now()`;
const statements = {
  link: `${select} AND held.link_hash = $1 AND held.opened_at IS NULL`,
  session: `${select} AND held.session_hash = $1`,
};
