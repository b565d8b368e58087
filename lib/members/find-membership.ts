import type { Role } from "../contracts/permissions.ts";
import { prisma } from "../db.ts";

/** A user's role in a tenant as it stands now, or undefined for one who is no member. Never remembered: a change holds from the next request. */
export async function findMembership(userId: string, tenantId: string): Promise<{ role: Role } | undefined> {
  const membership = await prisma().member.findUnique({
    where: { tenantId_userId: { tenantId, userId } },
    select: { role: true },
  });
  return membership ?? undefined;
}
