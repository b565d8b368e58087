import type { Transaction } from "../db.ts";
import { enqueueEmail } from "../emails/enqueue.ts";
import { env } from "../env.ts";
import { issueLink, type Recipient } from "./account-token.ts";

/** Mails the link that proves an address; where no mail can be sent, nobody is asked to prove one. */
export async function mailConfirmation(tx: Transaction, recipient: Recipient): Promise<void> {
  if (env().smtpUrl === undefined) return;
  const link = await issueLink(tx, "confirm-email", recipient);
  const paragraphs = [
    "Confirm that this is the e-mail address of your Posthorn account:",
    link,
    "The link works once, within a day, where you are signed in. If you have no account at Posthorn, ignore this e-mail.",
  ];
  const subject = "Confirm your e-mail address for Posthorn";
  const text = paragraphs.join("\n\n");
  await enqueueEmail(tx, { tenantId: null, recipient: recipient.email, subject, text });
}
