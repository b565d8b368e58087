import type { NewTenant } from "../contracts/account.ts";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { takeRate } from "../rate-limit.ts";
import { createTenant } from "../tenants/create.ts";

const perDay = 50;

/** Makes another tenant for somebody who has an account. Throws 403 when POSTHORN_SIGNUP is `closed`, 429 past 50 a day. */
export async function addTenant(userId: string, { name }: NewTenant): Promise<{ slug: string }> {
  if (env().signup === "closed")
    throw new AppError("forbidden", { detail: "New tenants are made by whoever runs this Posthorn." });
  await takeRate({ key: `tenants:${userId}`, limit: perDay, windowSeconds: 86_400 });
  return prisma().$transaction((tx) => createTenant(tx, { name, ownerId: userId }));
}
