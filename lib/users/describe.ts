import { prisma } from "../db.ts";

export type AccountView = { name: string; email: string; hasPassword: boolean; providers: string[] };

/** What the account page shows of a user, their linked providers by id. */
export async function describeAccount(userId: string): Promise<AccountView> {
  const { name, email, passwordHash, oauthAccounts } = await prisma().user.findUniqueOrThrow({
    where: { id: userId },
    include: { oauthAccounts: { select: { provider: true }, orderBy: { provider: "asc" } } },
  });
  const providers = [...new Set(oauthAccounts.map(({ provider }) => provider))];
  return { name, email, hasPassword: passwordHash !== null, providers };
}
