import { prisma } from "../db.ts";
import { AppError } from "../errors.ts";
import { takeRate } from "../rate-limit.ts";
import { mailConfirmation } from "./mail-confirmation.ts";

/** Mails the link that proves one's address again. Throws 409 when it is proven already, 429 past 5 such e-mails an hour. */
export async function requestConfirmation(userId: string): Promise<void> {
  const { email, emailVerifiedAt } = await prisma().user.findUniqueOrThrow({ where: { id: userId } });
  if (emailVerifiedAt)
    throw new AppError("conflict", { detail: "Your e-mail address is confirmed already." });
  await takeRate({ key: `confirm-email:${userId}`, limit: 5, windowSeconds: 3600 });
  await prisma().$transaction((tx) => mailConfirmation(tx, { userId, email }));
}
