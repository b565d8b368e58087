import { recordAudit } from "../audit/record.ts";
import type { Transaction } from "../db.ts";
import { newId, toPublicId } from "../ids.ts";
import { slugOf, withRandomEnding } from "./slug.ts";

export type NewTenant = { name: string; ownerId: string };

/** Creates a tenant with its default application and its first owner, in the caller's transaction; `id` is a UUID. */
export async function createTenant(
  tx: Transaction,
  { name, ownerId }: NewTenant,
): Promise<{ id: string; slug: string; name: string }> {
  const tenant = await insertTenant(tx, name);
  const tenantId = tenant.id;
  await tx.application.create({
    data: { id: newId(), tenantId, uid: "default", name: "Default", isDefault: true },
  });
  const { user } = await tx.member.create({
    data: { tenantId, userId: ownerId, role: "owner" },
    include: { user: true },
  });
  const ctx = { tenantId, actor: { kind: "user", id: ownerId, label: user.email } } as const;
  const target = { kind: "tenant", id: toPublicId("tenant", tenantId), label: name };
  await recordAudit(ctx, tx, { action: "tenant.created", target });
  return tenant;
}

/** Takes the address the name suggests, or one with a random ending when it is taken; a conflict never fails the transaction. */
async function insertTenant(tx: Transaction, name: string) {
  const wanted = slugOf(name);
  for (let slug = wanted; ; slug = withRandomEnding(wanted)) {
    const tenant = { id: newId(), slug, name };
    const { count } = await tx.tenant.createMany({ data: [tenant], skipDuplicates: true });
    if (count === 1) return tenant;
  }
}
