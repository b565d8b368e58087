import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import type { Device } from "#lib/auth/device.ts";
import { hashPassword } from "#lib/auth/password.ts";
import { openingCookie } from "#lib/auth/session-cookie.ts";
import type { SessionClaims } from "#lib/auth/session-token.ts";
import type { Context } from "#lib/context.ts";
import type { Role } from "#lib/contracts/permissions.ts";
import { prisma } from "#lib/db.ts";
import { newId, toPublicId } from "#lib/ids.ts";
import { openSession } from "#lib/users/open-session.ts";

export type Person = { id: string; publicId: string; email: string; name: string };

/** A user straight in the table; without a password unless one is given. */
export async function insertUser({
  email = newAddress(),
  password,
  isVerified = false,
}: {
  email?: string;
  password?: string;
  isVerified?: boolean;
} = {}) {
  const id = newId();
  const passwordHash = password === undefined ? null : await hashPassword(password);
  await prisma().user.create({
    data: { id, email, name: "Ada", passwordHash, emailVerifiedAt: isVerified ? new Date() : null },
  });
  return { id, publicId: toPublicId("user", id), email, name: "Ada" } satisfies Person;
}

/** A new user with a role in a tenant, and the context they act in. */
export async function insertMember(tenantId: string, role: Role): Promise<Person & { ctx: Context }> {
  const user = await insertUser();
  await prisma().member.create({ data: { tenantId, userId: user.id, role } });
  return { ...user, ctx: contextOf(user, tenantId) };
}

export function contextOf({ id, email }: Person, tenantId: string): Context {
  return { tenantId, actor: { kind: "user", id, label: email } };
}

/** The `Cookie` header of somebody signed in. */
export async function cookieOf({ id }: { id: string }): Promise<string> {
  return (await openingCookie(await sessionOf({ id }))).split(";")[0] ?? "";
}

/** Signs a browser in by a `Cookie` header. */
export async function carryCookie(page: Page, url: string, header: string): Promise<void> {
  const [name = "", ...value] = header.split("=");
  await page.context().addCookies([{ name, value: value.join("="), url }]);
}

/** A new session of somebody, on a device that says nothing of itself. */
export async function sessionOf({ id }: { id: string }): Promise<SessionClaims> {
  const user = await prisma().user.findUniqueOrThrow({ where: { id } });
  return openSession(prisma(), user, nowhere);
}

export const nowhere: Device = { ipAddress: undefined, userAgent: undefined };

export function newAddress(): string {
  return `person-${randomBytes(6).toString("hex")}@example.com`;
}
