import { recordForUser } from "../audit/record-for-user.ts";
import { networkOf } from "../client-address.ts";
import { prisma } from "../db.ts";
import { AppError } from "../errors.ts";
import { log } from "../log.ts";
import { clearRate, type RateRule, returnRate, takeRate } from "../rate-limit.ts";
import { type Entrance, letIn } from "../users/let-in.ts";
import type { Device } from "./device.ts";
import { verifyPassword } from "./password.ts";

export type Credentials = { email: string; password: string; device: Device };

/**
 * Checks an e-mail address (in lower case) and a password, in the same time and with the same answer whether or not there
 * is such an account. Throws 401 when they do not fit, 429 past 10 failures of an account or 100 of a network in 15 minutes.
 */
export async function signInWithPassword({ email, password, device }: Credentials): Promise<Entrance> {
  const ofAccount = failuresOfAccount(email);
  const ofNetwork = failuresOfNetwork(device.ipAddress);
  if (ofNetwork) await takeRate(ofNetwork);
  await takeRate(ofAccount);
  const user = await prisma().user.findUnique({ where: { email } });
  if (!(await verifyPassword(password, user?.passwordHash ?? undefined)) || !user) {
    noteFailure(user ?? nobody, device);
    throw new AppError("unauthenticated", { detail: "The e-mail address or the password is wrong." });
  }
  await clearRate(ofAccount.key);
  if (ofNetwork) await returnRate(ofNetwork);
  return prisma().$transaction((tx) => letIn(tx, user, { device, by: "password" }));
}

const windowSeconds = 15 * 60;

function failuresOfAccount(email: string): RateRule {
  return { key: `sign-in:account:${email}`, limit: 10, windowSeconds };
}

function failuresOfNetwork(ipAddress: string | undefined): RateRule | undefined {
  if (ipAddress === undefined) return undefined;
  return { key: `sign-in:network:${networkOf(ipAddress)}`, limit: 100, windowSeconds };
}

const nobody = { id: "00000000-0000-0000-0000-000000000000", email: "" };

/** Not awaited, and done for nobody as well: how long it takes, or holds up the next try, would tell that there is such an account. */
function noteFailure(user: { id: string; email: string }, { ipAddress }: Device): void {
  const event = {
    user,
    action: "session.refused",
    ipAddress,
    isByAnybody: true,
    details: { by: "password" },
  } as const;
  prisma()
    .$transaction((tx) => recordForUser(tx, event))
    .catch((error) => log().error({ err: error }, "a failed sign-in was not noted"));
}
