import { prisma } from "../db.ts";
import type { SessionClaims } from "./session-token.ts";

export type SessionUser = { id: string; email: string; name: string; sessionVersion: number };

/**
 * The user of a session that is still good: they exist and have not signed out everywhere since. An answer may be half a
 * second old, so that a page's many requests ask the database once.
 */
export async function findSessionUser(claims: SessionClaims): Promise<SessionUser | undefined> {
  const user = await recall(claims.userId);
  return user?.sessionVersion === claims.sessionVersion ? user : undefined;
}

/** Forgets what is remembered of a user in this process, after a change to them. */
export function forgetSessionUser(userId: string): void {
  remembered().delete(userId);
}

type Remembered = { user: Promise<SessionUser | undefined>; untilMs: number };

const processGlobals = globalThis as { posthornSessionUsers?: Map<string, Remembered> };
const rememberMs = 500;
const maxRemembered = 10_000;

function recall(userId: string): Promise<SessionUser | undefined> {
  const users = remembered();
  const known = users.get(userId);
  if (known && known.untilMs > performance.now()) return known.user;
  if (users.size >= maxRemembered) users.clear();
  const user = readUser(userId);
  users.set(userId, { user, untilMs: performance.now() + rememberMs });
  user.catch(() => users.delete(userId));
  return user;
}

function remembered(): Map<string, Remembered> {
  processGlobals.posthornSessionUsers ??= new Map();
  return processGlobals.posthornSessionUsers;
}

async function readUser(userId: string): Promise<SessionUser | undefined> {
  const user = await prisma().user.findUnique({
    where: { id: userId },
    select: { id: true, email: true, name: true, sessionVersion: true },
  });
  return user ?? undefined;
}
