import type { Prisma } from "#prisma/generated/client.ts";
import type { PortalPermission, PortalSession } from "../contracts/portal.ts";
import { toPublicId } from "../ids.ts";

export type PortalSessionRow = Prisma.PortalSessionGetPayload<object>;

/** A portal link in the shape of the contract: never its token, which is not known any more. */
export function toPortalSession(row: PortalSessionRow): PortalSession {
  return {
    id: toPublicId("portalSession", row.id),
    application: toPublicId("application", row.applicationId),
    permissions: row.permissions as PortalPermission[],
    state: stateOf(row),
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    openedAt: row.openedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt.toISOString(),
  };
}

/** A portal link as the audit log names it: by its application. */
export function portalSessionTarget({ id }: Pick<PortalSessionRow, "id">, applicationName: string) {
  return { kind: "portalSession", id: toPublicId("portalSession", id), label: applicationName };
}

function stateOf({ revokedAt, expiresAt, openedAt }: PortalSessionRow): PortalSession["state"] {
  if (revokedAt) return "revoked";
  if (expiresAt.getTime() <= Date.now()) return "expired";
  return openedAt ? "open" : "unopened";
}
