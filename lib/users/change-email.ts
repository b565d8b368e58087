import type { ChangeEmail } from "../contracts/account.ts";
import { prisma, type Transaction } from "../db.ts";
import { enqueueEmail } from "../emails/enqueue.ts";
import { env } from "../env.ts";
import { AppError, invalid } from "../errors.ts";
import { takeRate } from "../rate-limit.ts";
import { mailConfirmation } from "./mail-confirmation.ts";
import { type Prover, requireProof } from "./require-proof.ts";

/**
 * Mails a link to the address that somebody wants to have instead of theirs; it changes when they follow it. Whether another
 * account has that address, only its mailbox is told. Throws 422 without proof of who asks, 429 past 5 such e-mails an hour.
 */
export async function changeEmail(prover: Prover, { email, ...proof }: ChangeEmail): Promise<void> {
  const { user } = prover;
  if (env().smtpUrl === undefined)
    throw new AppError("conflict", {
      detail: "This Posthorn sends no e-mail, so it cannot confirm a new address.",
    });
  if (email === user.email) throw invalid("email", "This is your address already.");
  await requireProof(prover, proof);
  await takeRate({ key: `confirm-email:${user.id}`, limit: 5, windowSeconds: 3600 });
  await prisma().$transaction(async (tx) => {
    if (await tx.user.findUnique({ where: { email } })) await tellTaken(tx, email);
    else await mailConfirmation(tx, { userId: user.id, email });
  });
}

async function tellTaken(tx: Transaction, recipient: string): Promise<void> {
  const text = [
    "Somebody asked to use this e-mail address for their Posthorn account, but you have an account with it already.",
    "Nothing has changed. If it was you, sign in with that account, or change its address first.",
  ].join("\n\n");
  const subject = "This e-mail address has a Posthorn account already";
  await enqueueEmail(tx, { tenantId: null, recipient, subject, text });
}
