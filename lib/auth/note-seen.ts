import { pool } from "../db.ts";
import { log } from "../log.ts";

/** Notes that a session is in use now. Nobody waits for it: when it fails, the next request tries again. */
export function noteSeen(sessionId: string): void {
  pool()
    .query(noteOnce, [sessionId])
    .catch((error) => log().warn({ err: error }, "a session was not noted as seen"));
}

// Of many requests at once the first writes.
const noteOnce = `
  UPDATE sessions SET last_seen_at = now()
   WHERE id = (SELECT id FROM sessions WHERE id = $1 AND last_seen_at < now() - interval '1 minute' FOR UPDATE SKIP LOCKED)`;
