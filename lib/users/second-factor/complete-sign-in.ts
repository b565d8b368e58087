import type { Device } from "../../auth/device.ts";
import type { SessionClaims } from "../../auth/session-token.ts";
import { prisma } from "../../db.ts";
import { AppError } from "../../errors.ts";
import { beginSession, type Pending } from "../let-in.ts";
import { checkCode } from "./check.ts";

/**
 * Lets in who has given the first factor and now gives the second. Throws 401 when the first is not good any more, such as
 * after a new password, and what checking a code throws.
 */
export async function completeSignIn(
  pending: Pending | undefined,
  { code, device }: { code: string; device: Device },
): Promise<SessionClaims> {
  const user = pending && (await prisma().user.findUnique({ where: { id: pending.userId } }));
  if (!user || user.sessionVersion !== pending.sessionVersion)
    throw new AppError("unauthenticated", { detail: "That took too long. Sign in again." });
  const kind = await checkCode({ user, code, ipAddress: device.ipAddress });
  return prisma().$transaction((tx) => beginSession(tx, user, { device, by: `${pending.by} and ${kind}` }));
}
