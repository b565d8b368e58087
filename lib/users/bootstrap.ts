import { createApiKey } from "../api-keys/create.ts";
import { resolveApplication } from "../applications/resolve.ts";
import { hashPassword, verifyPassword } from "../auth/password.ts";
import type { Context } from "../context.ts";
import { scopes } from "../contracts/permissions.ts";
import { prisma, type Transaction } from "../db.ts";
import { AppError } from "../errors.ts";
import { toPublicId } from "../ids.ts";
import { createTenant } from "../tenants/create.ts";
import { createUser } from "./create.ts";

export type Bootstrap = { email: string; password: string; tenantName: string };
export type Bootstrapped = { tenantId: string; applicationId: string; apiKey: string };

const keyName = "bootstrap";
const overlapMs = 24 * 3600 * 1000;

/**
 * Finds or makes a user and a tenant they own, and a fresh API key with all scopes; public ids. Safe to repeat: the keys of
 * earlier runs go on for a day, then end. Throws 401 when the user exists with another password.
 */
export function bootstrap({ email, password, tenantName }: Bootstrap): Promise<Bootstrapped> {
  return prisma().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('posthorn bootstrap'))`;
      const userId = (await findUser(tx, { email, password })) ?? (await makeUser(tx, { email, password }));
      const tenantId = await findOrMakeTenant(tx, { userId, tenantName });
      const ctx: Context = { tenantId, tx, actor: { kind: "user", id: userId, label: email } };
      await endEarlierKeys(tx, tenantId);
      const { key } = await createApiKey(ctx, { name: keyName, scopes: [...scopes] });
      const application = await resolveApplication(ctx, undefined);
      return {
        tenantId: toPublicId("tenant", tenantId),
        applicationId: toPublicId("application", application.id),
        apiKey: key,
      };
    },
    { timeout: 20_000 },
  );
}

type Credentials = { email: string; password: string };

async function findUser(tx: Transaction, { email, password }: Credentials): Promise<string | undefined> {
  const user = await tx.user.findUnique({ where: { email } });
  if (!user) return undefined;
  if (await verifyPassword(password, user.passwordHash ?? undefined)) return user.id;
  const detail = `${email} has an account already, and this is not its password.`;
  throw new AppError("unauthenticated", { detail });
}

async function makeUser(tx: Transaction, { email, password }: Credentials): Promise<string> {
  const name = email.split("@")[0] ?? email;
  const { id } = await createUser(tx, {
    email,
    name,
    passwordHash: await hashPassword(password),
    isVerified: true,
  });
  return id;
}

type Wanted = { userId: string; tenantName: string };

async function findOrMakeTenant(tx: Transaction, { userId, tenantName }: Wanted): Promise<string> {
  const owned = await tx.member.findFirst({
    where: { userId, role: "owner", tenant: { name: tenantName } },
    orderBy: { tenantId: "asc" },
  });
  return owned?.tenantId ?? (await createTenant(tx, { name: tenantName, ownerId: userId })).id;
}

async function endEarlierKeys(tx: Transaction, tenantId: string): Promise<void> {
  const expiresAt = new Date(Date.now() + overlapMs);
  await tx.apiKey.updateMany({
    where: {
      tenantId,
      name: keyName,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: expiresAt } }],
    },
    data: { expiresAt },
  });
}
