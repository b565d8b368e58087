import type { Actor } from "../context.ts";
import type { Transaction } from "../db.ts";
import { toPublicId } from "../ids.ts";
import { type AuditRecord, recordAudit } from "./record.ts";

export type AccountEvent = {
  /** Whose account; `id` is a UUID. */
  user: { id: string; email: string };
  action: `${"session" | "password" | "email" | "secondFactor" | "recoveryCodes" | "identity"}.${string}`;
  ipAddress: string | undefined;
  /** True where somebody else may have done it, as with a wrong password. */
  isByAnybody?: boolean;
  details?: NonNullable<AuditRecord["details"]>;
};

/** Notes what happened to an account in the audit log of every tenant that its user is a member of. */
export async function recordForUser(tx: Transaction, event: AccountEvent): Promise<void> {
  const { user, action, ipAddress, isByAnybody = false, details = {} } = event;
  const actor: Actor = isByAnybody
    ? { kind: "system", id: null, label: "Somebody" }
    : { kind: "user", id: user.id, label: user.email };
  const memberships = await tx.member.findMany({ where: { userId: user.id }, select: { tenantId: true } });
  const target = { kind: "member", id: toPublicId("user", user.id), label: user.email };
  for (const { tenantId } of memberships) {
    const ctx = { tenantId, actor, ...(ipAddress === undefined ? {} : { ipAddress }) };
    await recordAudit(ctx, tx, { action, target, details });
  }
}
