import { recordForUser } from "../audit/record-for-user.ts";
import { prisma, type Transaction } from "../db.ts";
import { enqueueEmail } from "../emails/enqueue.ts";
import { env } from "../env.ts";
import { isOpen } from "../invitations/find.ts";
import { claimAccount } from "./claim-account.ts";
import { createUser } from "./create.ts";
import { endSessions } from "./end-sessions.ts";
import type { Newcomer } from "./let-in.ts";

/** Who somebody is in the word of another provider. */
export type Identity = {
  provider: string;
  providerAccountId: string;
  /** In lower case; undefined unless the provider itself verified it. */
  verifiedEmail: string | undefined;
  name: string;
};

export type IdentityRefusal = "unverified_email" | "invitation_needed" | "sign_up_closed";

/**
 * Finds the user behind an identity, links it to the account with the same verified e-mail address, or makes a new account
 * where POSTHORN_SIGNUP lets it; answers with the reason when none of them may be.
 */
export function signInWithIdentity(
  identity: Identity,
  ipAddress: string | undefined,
): Promise<Newcomer | IdentityRefusal> {
  return prisma().$transaction(async (tx) => {
    const known = await findByIdentity(tx, identity);
    if (known) return known;
    const email = identity.verifiedEmail;
    if (email === undefined) return "unverified_email";
    const account = await tx.user.findUnique({ where: { email } });
    if (account) return link(tx, account, { identity, ipAddress });
    const refusal = await refusalOfNew(tx, email);
    if (refusal) return refusal;
    const name = identity.name || email;
    const created = await createUser(tx, { email, name, passwordHash: null, isVerified: true });
    await insertIdentity(tx, created.id, identity);
    return created;
  });
}

/** The user an identity belongs to, or undefined. */
export async function findByIdentity(
  tx: Transaction,
  { provider, providerAccountId }: Pick<Identity, "provider" | "providerAccountId">,
): Promise<Newcomer | undefined> {
  const found = await tx.oauthAccount.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    include: { user: true },
  });
  return found?.user;
}

type Account = Newcomer & { passwordHash: string | null };

/** The provider vouches for the address. Where nobody did before, what was set up without proof ends, its password first. */
async function link(
  tx: Transaction,
  account: Account,
  { identity, ipAddress }: { identity: Identity; ipAddress: string | undefined },
): Promise<Newcomer> {
  await insertIdentity(tx, account.id, identity);
  const details = { provider: identity.provider };
  await recordForUser(tx, { user: account, action: "identity.linked", ipAddress, details });
  const { wasVerified } = await claimAccount(tx, account.id);
  if (wasVerified || account.passwordHash === null) return account;
  await endSessions(tx, { userId: account.id });
  await tellOfLink(tx, account.email, identity.provider);
  return tx.user.update({
    where: { id: account.id },
    data: { passwordHash: null, sessionVersion: { increment: 1 } },
  });
}

async function tellOfLink(tx: Transaction, recipient: string, provider: string): Promise<void> {
  const paragraphs = [
    `You signed in to Posthorn with ${provider} for the first time, and your account is linked to it now.`,
    "Your former password no longer works and its sessions have ended, since the address is confirmed only now.",
    `Set a new password whenever you like: ${env().url}/account`,
  ];
  const text = paragraphs.join("\n\n");
  await enqueueEmail(tx, { tenantId: null, recipient, subject: `Posthorn is linked to ${provider}`, text });
}

async function refusalOfNew(tx: Transaction, email: string): Promise<IdentityRefusal | undefined> {
  const { signup } = env();
  if (signup === "open") return undefined;
  if (signup === "closed") return "sign_up_closed";
  const invitations = await tx.invitation.count({
    where: { email, ...isOpen, expiresAt: { gt: new Date() } },
  });
  return invitations > 0 ? undefined : "invitation_needed";
}

async function insertIdentity(tx: Transaction, userId: string, identity: Identity): Promise<void> {
  const { provider, providerAccountId } = identity;
  await tx.oauthAccount.create({ data: { provider, providerAccountId, userId } });
}
