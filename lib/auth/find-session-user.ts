import type { Preferences } from "../contracts/preferences.ts";
import { pool } from "../db.ts";
import { env } from "../env.ts";
import { type StoredPreferences, toPreferences } from "../preferences.ts";
import { noteSeen } from "./note-seen.ts";
import type { SessionClaims } from "./session-token.ts";

export type SessionUser = {
  id: string;
  email: string;
  name: string;
  /** False until they proved that the address is theirs; where no mail can be sent, nobody is asked to. */
  isVerified: boolean;
  preferences: Preferences;
  sessionId: string;
};

/**
 * The user of a session that is still good: it was not ended, and neither were all of theirs. An answer may be half a second
 * old, so that a page's many requests ask the database once.
 */
export function findSessionUser(claims: SessionClaims): Promise<SessionUser | undefined> {
  const key = `${claims.sessionId} ${claims.sessionVersion} ${claims.userId}`;
  const sessions = remembered();
  const known = sessions.get(key);
  if (known && known.untilMs > performance.now()) return known.user;
  if (sessions.size >= maxRemembered) sessions.clear();
  const user = readUser(claims);
  sessions.set(key, { user, untilMs: performance.now() + rememberMs });
  user.catch(() => sessions.delete(key));
  return user;
}

/** Forgets what is remembered of all sessions in this process, after a change to one. */
export function forgetSessions(): void {
  remembered().clear();
}

/** What both looks at a session read of it; `$1` to `$3` are the claims. */
export const sessionColumns = `
  users.id, users.email, users.name, users.email_verified_at IS NOT NULL AS "isVerified",
  users.time_zone AS "timeZone", users.theme, users.density, users.clock,
  sessions.id AS "sessionId", sessions.last_seen_at < now() - interval '1 minute' AS "isSeenLongAgo"`;
export const sessionCondition = `
  sessions.id = $1 AND sessions.user_id = $2 AND sessions.expires_at > now() AND users.session_version = $3`;

export type SessionRow = Omit<SessionUser, "preferences"> & StoredPreferences & { isSeenLongAgo: boolean };

/** The user in a row, noted as seen now, at most once a minute. */
export function toSessionUser(row: SessionRow): SessionUser {
  const { id, email, name, sessionId } = row;
  if (row.isSeenLongAgo) noteSeen(sessionId);
  const isVerified = row.isVerified || env().smtpUrl === undefined;
  return { id, email, name, sessionId, isVerified, preferences: toPreferences(row) };
}

type Remembered = { user: Promise<SessionUser | undefined>; untilMs: number };

const processGlobals = globalThis as { posthornSessions?: Map<string, Remembered> };
const rememberMs = 500;
const maxRemembered = 10_000;

function remembered(): Map<string, Remembered> {
  processGlobals.posthornSessions ??= new Map();
  return processGlobals.posthornSessions;
}

async function readUser({
  sessionId,
  userId,
  sessionVersion,
}: SessionClaims): Promise<SessionUser | undefined> {
  const { rows } = await pool().query<SessionRow>(
    `SELECT ${sessionColumns} FROM sessions JOIN users ON users.id = sessions.user_id WHERE ${sessionCondition}`,
    [sessionId, userId, sessionVersion],
  );
  return rows[0] && toSessionUser(rows[0]);
}
