import type { Role } from "../contracts/permissions.ts";
import { pool } from "../db.ts";
import {
  type SessionRow,
  type SessionUser,
  sessionColumns,
  sessionCondition,
  toSessionUser,
} from "./find-session-user.ts";
import type { SessionClaims } from "./session-token.ts";

/**
 * The user of a session that is still good, and their role in a tenant, if they have one: one query, and never remembered,
 * so that an ended session and a changed role hold from the next request.
 */
export async function findSessionMember(
  { sessionId, userId, sessionVersion }: SessionClaims,
  tenantId: string | undefined,
): Promise<{ user: SessionUser; role: Role | undefined } | undefined> {
  const { rows } = await pool().query<SessionRow & { role: Role | null }>({
    name: "session-member",
    text: findMember,
    values: [sessionId, userId, sessionVersion, tenantId ?? null],
  });
  return rows[0] && { user: toSessionUser(rows[0]), role: rows[0].role ?? undefined };
}

const findMember = `
  SELECT ${sessionColumns}, members.role
    FROM sessions JOIN users ON users.id = sessions.user_id
    LEFT JOIN members ON members.tenant_id = $4 AND members.user_id = users.id
   WHERE ${sessionCondition}`;
