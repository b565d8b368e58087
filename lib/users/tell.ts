import type { Transaction } from "../db.ts";
import { enqueueEmail } from "../emails/enqueue.ts";
import { env } from "../env.ts";

/** Tells somebody by e-mail that their account changed, so that they notice when it was not them. */
export async function tellUser(
  tx: Transaction,
  recipient: string,
  { subject, sentence }: { subject: string; sentence: string },
): Promise<void> {
  const paragraphs = [
    sentence,
    `If it was you, there is nothing to do. If not, set a new password now: ${env().url}/forgot-password`,
  ];
  await enqueueEmail(tx, { tenantId: null, recipient, subject, text: paragraphs.join("\n\n") });
}
