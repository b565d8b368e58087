import type { Invitation } from "../contracts/invitations.ts";
import type { Role } from "../contracts/permissions.ts";
import type { Transaction } from "../db.ts";
import { notFound } from "../errors.ts";
import { fromPublicId, toPublicId } from "../ids.ts";

export type InvitationRow = {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: Date;
  createdAt: Date;
};

/** Neither accepted nor revoked; an expired one is still open, since it can be sent again. */
export const isOpen = { acceptedAt: null, revokedAt: null } as const;

/** A tenant's open invitation by public id. Throws 404 for any other. */
export async function findInvitation(
  db: Transaction,
  tenantId: string,
  publicId: string,
): Promise<InvitationRow> {
  const id = fromPublicId("invitation", publicId);
  const row = id && (await db.invitation.findFirst({ where: { id, tenantId, ...isOpen } }));
  if (!row) throw notFound("open invitation");
  return row;
}

/** An invitation in the shape of the contract: never its link, which is not known any more. */
export function toInvitation({
  id,
  email,
  role,
  invitedBy,
  expiresAt,
  createdAt,
}: InvitationRow): Invitation {
  return {
    id: toPublicId("invitation", id),
    email,
    role,
    invitedBy,
    expiresAt: expiresAt.toISOString(),
    createdAt: createdAt.toISOString(),
  };
}

/** An invitation as the audit log names it. */
export function invitationTarget({ id, email }: InvitationRow) {
  return { kind: "invitation", id: toPublicId("invitation", id), label: email };
}
