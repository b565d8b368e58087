import { hashPassword } from "#lib/auth/password.ts";
import type { Role } from "#lib/contracts/permissions.ts";
import type { Transaction } from "#lib/db.ts";
import { createTenant } from "#lib/tenants/create.ts";
import { createUser } from "#lib/users/create.ts";

const tenantName = "Northwind Billing";

export const demoPeople = [
  { email: "demo@posthorn.local", name: "Mara Lindqvist", role: "owner" },
  { email: "admin@posthorn.local", name: "Jonas Weber", role: "admin" },
  { email: "developer@posthorn.local", name: "Priya Nair", role: "developer" },
  { email: "support@posthorn.local", name: "Tom Okafor", role: "support" },
  { email: "viewer@posthorn.local", name: "Sofia Reyes", role: "viewer" },
] as const satisfies { email: string; name: string; role: Role }[];

export type DemoTenant = { id: string; slug: string; userIds: ReadonlyMap<string, string>; isNew: boolean };

/** Finds or makes the demo tenant with one member of each role, all with this password from now on. */
export async function prepareTenant(tx: Transaction, password: string): Promise<DemoTenant> {
  const passwordHash = await hashPassword(password);
  const userIds = new Map<string, string>();
  for (const { email, name } of demoPeople) {
    const known = await tx.user.findUnique({ where: { email } });
    if (known) await tx.user.update({ where: { email }, data: { passwordHash } });
    const { id } = known ?? (await createUser(tx, { email, name, passwordHash, isVerified: true }));
    userIds.set(email, id);
  }
  const ownerId = userIds.get(demoPeople[0].email) ?? "";
  const owned = await tx.tenant.findFirst({
    where: { name: tenantName, members: { some: { userId: ownerId, role: "owner" } } },
  });
  const tenant = owned ?? (await createTenant(tx, { name: tenantName, ownerId }));
  await tx.member.createMany({
    data: demoPeople.map(({ email, role }) => ({
      tenantId: tenant.id,
      userId: userIds.get(email) ?? "",
      role,
    })),
    skipDuplicates: true,
  });
  return { id: tenant.id, slug: tenant.slug, userIds, isNew: !owned };
}
