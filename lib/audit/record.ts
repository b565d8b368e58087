import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";
import { newId } from "../ids.ts";

export type AuditRecord = {
  /** Noun and past tense: `endpoint.created`. */
  action: string;
  /** What it was done to; `id` is the public id, or the name of what has none. */
  target: { kind: string; id: string; label: string };
  /** Never a secret, a header value or a payload. */
  details?: Record<string, string | number | boolean | null | string[]>;
};

/** Notes who did what, in the transaction of the deed itself: there is never one without the other. */
export function recordAudit(ctx: Context, tx: Transaction, record: AuditRecord): Promise<void> {
  return recordAudits(ctx, tx, [record]);
}

/** As `recordAudit`, for a deed that was done to several things at once. */
export async function recordAudits(
  ctx: Context,
  tx: Transaction,
  records: readonly AuditRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await tx.auditEntry.createMany({
    data: records.map(({ action, target, details = {} }) => ({
      id: newId(),
      tenantId: ctx.tenantId,
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.id,
      actorLabel: ctx.actor.label,
      action,
      targetKind: target.kind,
      targetId: target.id,
      targetLabel: target.label,
      details,
      ipAddress: ctx.ipAddress ?? null,
    })),
  });
}
