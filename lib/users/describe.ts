import { prisma } from "../db.ts";

export type AccountView = {
  name: string;
  email: string;
  isVerified: boolean;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  recoveryCodesLeft: number;
  providers: string[];
};

/** What the account page shows of a user, their linked providers by id. */
export async function describeAccount(userId: string): Promise<AccountView> {
  const user = await prisma().user.findUniqueOrThrow({
    where: { id: userId },
    include: {
      oauthAccounts: { select: { provider: true }, orderBy: { provider: "asc" } },
      secondFactor: { select: { confirmedAt: true } },
      _count: { select: { recoveryCodes: true } },
    },
  });
  return {
    name: user.name,
    email: user.email,
    isVerified: user.emailVerifiedAt !== null,
    hasPassword: user.passwordHash !== null,
    hasSecondFactor: Boolean(user.secondFactor?.confirmedAt),
    recoveryCodesLeft: user._count.recoveryCodes,
    providers: [...new Set(user.oauthAccounts.map(({ provider }) => provider))],
  };
}
