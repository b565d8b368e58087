import { type Role, roles } from "../contracts/permissions.ts";
import type { Transaction } from "../db.ts";

/** The e-mail addresses of the members who are told when an endpoint fails: owners and admins unless the tenant chose. */
export async function findRecipients(tx: Transaction, tenantId: string): Promise<string[]> {
  const settings = await tx.alertSettings.findUnique({ where: { tenantId }, select: { emailRoles: true } });
  const chosen: Role[] = roles.filter((role) => (settings?.emailRoles ?? ["owner", "admin"]).includes(role));
  const members = await tx.member.findMany({
    where: { tenantId, role: { in: chosen } },
    select: { user: { select: { email: true } } },
    orderBy: { createdAt: "asc" },
  });
  return members.map(({ user }) => user.email);
}
