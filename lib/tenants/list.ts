import type { Role } from "../contracts/permissions.ts";
import { prisma } from "../db.ts";

export type UserTenant = { id: string; slug: string; name: string; role: Role };

/** The tenants a user belongs to, the one joined first on top; ids are UUIDs. */
export async function listTenants(userId: string): Promise<UserTenant[]> {
  const memberships = await prisma().member.findMany({
    where: { userId },
    orderBy: [{ createdAt: "asc" }, { tenantId: "asc" }],
    select: { role: true, tenant: { select: { id: true, slug: true, name: true } } },
  });
  return memberships.map(({ role, tenant }) => ({ ...tenant, role }));
}
