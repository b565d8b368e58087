import type { Transaction } from "../db.ts";

/** The e-mail addresses of a tenant's owners and admins: who is told when an endpoint fails. */
export async function findResponsible(tx: Transaction, tenantId: string): Promise<string[]> {
  const members = await tx.member.findMany({
    where: { tenantId, role: { in: ["owner", "admin"] } },
    select: { user: { select: { email: true } } },
    orderBy: { createdAt: "asc" },
  });
  return members.map(({ user }) => user.email);
}
