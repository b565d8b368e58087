import { pool } from "../db.ts";

export type FoundInbox = { tenantId: string; token: string; status: number; delaySeconds: number };

/** The inbox of a token, undefined when it is nobody's (any more). */
export async function findInbox(token: string): Promise<FoundInbox | undefined> {
  const { rows } = await pool().query<FoundInbox>(
    `SELECT tenant_id AS "tenantId", token, answer_status AS status, delay_seconds AS "delaySeconds"
       FROM inboxes WHERE token = $1`,
    [token.slice(0, maxLength)],
  );
  return rows[0];
}

const maxLength = 64;
