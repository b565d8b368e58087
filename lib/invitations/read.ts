import type { Role } from "../contracts/permissions.ts";
import { prisma } from "../db.ts";
import { byToken, isMailed } from "./token.ts";

/** What the page of an invitation link shows, and whether the link still works. */
export type InvitationView = {
  state: "open" | "accepted" | "revoked" | "expired";
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: Date;
  /** Whether the link is that of the e-mail, which proves the address. */
  isMailed: boolean;
  /** `id` is a UUID. */
  tenant: { id: string; slug: string; name: string };
};

/** Reads an invitation by the secret of its link, without using it up; undefined when no link ever had it. */
export async function readInvitation(token: string): Promise<InvitationView | undefined> {
  const found = await prisma().invitation.findFirst({
    where: byToken(token),
    include: { tenant: { select: { id: true, slug: true, name: true } } },
  });
  if (!found) return undefined;
  const { email, role, invitedBy, expiresAt, tenant } = found;
  return {
    state: stateOf(found),
    email,
    role,
    invitedBy,
    expiresAt,
    tenant,
    isMailed: isMailed(token, found),
  };
}

type Dates = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

export function stateOf({ acceptedAt, revokedAt, expiresAt }: Dates): InvitationView["state"] {
  if (acceptedAt) return "accepted";
  if (revokedAt) return "revoked";
  return expiresAt.getTime() <= Date.now() ? "expired" : "open";
}
