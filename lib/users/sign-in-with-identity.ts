import { forgetSessionUser } from "../auth/find-session-user.ts";
import type { SessionClaims } from "../auth/session-token.ts";
import { prisma, type Transaction } from "../db.ts";
import { enqueueEmail } from "../emails/enqueue.ts";
import { env } from "../env.ts";
import { isOpen } from "../invitations/find.ts";
import { createUser } from "./create.ts";

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
export function signInWithIdentity(identity: Identity): Promise<SessionClaims | IdentityRefusal> {
  return prisma().$transaction(async (tx) => {
    const known = await findByIdentity(tx, identity);
    if (known) return toClaims(known);
    const email = identity.verifiedEmail;
    if (email === undefined) return "unverified_email";
    const account = await tx.user.findUnique({ where: { email } });
    if (account) return link(tx, account, identity);
    const refusal = await refusalOfNew(tx, email);
    if (refusal) return refusal;
    const created = await createUser(tx, { email, name: identity.name || email, passwordHash: null });
    await insertIdentity(tx, created.id, identity);
    return toClaims(created);
  });
}

/** The user an identity belongs to, or undefined. */
export async function findByIdentity(
  tx: Transaction,
  { provider, providerAccountId }: Pick<Identity, "provider" | "providerAccountId">,
): Promise<Account | undefined> {
  const found = await tx.oauthAccount.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    include: { user: true },
  });
  return found?.user;
}

type Account = { id: string; email: string; sessionVersion: number; passwordHash: string | null };

/**
 * The provider vouches for the address, nobody ever vouched for whoever set the password: somebody may have signed up with
 * an address that is not theirs and waited for its owner. So a first link ends that password and its sessions.
 */
async function link(tx: Transaction, account: Account, identity: Identity): Promise<SessionClaims> {
  const isFirst = (await tx.oauthAccount.count({ where: { userId: account.id } })) === 0;
  await insertIdentity(tx, account.id, identity);
  if (!isFirst || account.passwordHash === null) return toClaims(account);
  const updated = await tx.user.update({
    where: { id: account.id },
    data: { passwordHash: null, sessionVersion: { increment: 1 } },
  });
  forgetSessionUser(account.id);
  await tellOfLink(tx, account.email, identity.provider);
  return toClaims(updated);
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

function toClaims({ id, sessionVersion }: Pick<Account, "id" | "sessionVersion">): SessionClaims {
  return { userId: id, sessionVersion };
}
