import type { Transaction } from "../db.ts";
import { newId } from "../ids.ts";
import { enqueue, jobsInPrisma } from "../queue/wake.ts";
import { seal } from "../vault.ts";

export type NewEmail = { tenantId: string | null; recipient: string; subject: string; text: string };

/**
 * Writes an e-mail to the outbox with the change that caused it and wakes the worker: both or neither. The text is sealed,
 * since it may hold a link that lets somebody in.
 */
export async function enqueueEmail(
  tx: Transaction,
  { tenantId, recipient, subject, text }: NewEmail,
): Promise<void> {
  const id = newId();
  const sealed = new Uint8Array(seal(text, sealOwner(tenantId, id)));
  await tx.email.create({ data: { id, tenantId, recipient, subject: oneLine(subject), sealed } });
  await enqueue(jobsInPrisma(tx), { queue: "send-email", key: id, data: { emailId: id } });
}

/** What the text of an outbox row is sealed for: `open(row.sealed, sealOwner(row.tenantId, row.id))`. */
export function sealOwner(tenantId: string | null, emailId: string): string {
  return `${tenantId ?? "none"}:emails:${emailId}`;
}

function oneLine(subject: string): string {
  return subject.replace(/\s+/g, " ").slice(0, 200);
}
