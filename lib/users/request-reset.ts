import { recordForUser } from "../audit/record-for-user.ts";
import { networkOf } from "../client-address.ts";
import type { RequestReset } from "../contracts/account.ts";
import { prisma } from "../db.ts";
import { enqueueEmail } from "../emails/enqueue.ts";
import { AppError } from "../errors.ts";
import { log } from "../log.ts";
import { takeRate } from "../rate-limit.ts";
import { issueLink } from "./account-token.ts";

/**
 * Mails a link to set a new password, if there is such an account: neither the answer nor its time tells. Throws 429 past
 * 30 requests an hour from one network; an account gets 5 such e-mails an hour.
 */
export async function requestReset({ email }: RequestReset, ipAddress: string | undefined): Promise<void> {
  if (ipAddress !== undefined)
    await takeRate({ key: `reset:network:${networkOf(ipAddress)}`, limit: 30, windowSeconds: 3600 });
  // Not awaited: how long it takes would tell.
  mailLink(email, ipAddress).catch((error) => {
    if (!(error instanceof AppError)) log().error({ err: error }, "a reset link was not mailed");
  });
}

async function mailLink(email: string, ipAddress: string | undefined): Promise<void> {
  const user = await prisma().user.findUnique({ where: { email }, select: { id: true, email: true } });
  if (!user) return;
  await takeRate({ key: `reset:account:${user.id}`, limit: 5, windowSeconds: 3600 });
  await prisma().$transaction(async (tx) => {
    const link = await issueLink(tx, "reset-password", { userId: user.id, email });
    const paragraphs = [
      "Somebody, hopefully you, asked for a new password for your Posthorn account.",
      `Set it here, within an hour:\n${link}`,
      "The link works once. If it was not you, do nothing: your password stays as it is.",
    ];
    const text = paragraphs.join("\n\n");
    await enqueueEmail(tx, {
      tenantId: null,
      recipient: email,
      subject: "Set a new password for Posthorn",
      text,
    });
    await recordForUser(tx, { user, action: "password.reset_requested", ipAddress, isByAnybody: true });
  });
}
