import { pool } from "../db.ts";
import { log } from "../log.ts";

const everyMs = 60_000;
const maxRemembered = 10_000;
const processGlobals = globalThis as { posthornKeyUses?: Map<string, number> };

/** Notes that a key was used, at most once a minute and process, without keeping its request waiting. */
export function noteUse(keyId: string): void {
  processGlobals.posthornKeyUses ??= new Map();
  const uses = processGlobals.posthornKeyUses;
  const nowMs = performance.now();
  if (nowMs - (uses.get(keyId) ?? -everyMs) < everyMs) return;
  if (uses.size >= maxRemembered) uses.clear();
  uses.set(keyId, nowMs);
  pool()
    .query(
      `UPDATE api_keys SET last_used_at = now()
        WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '30 s')`,
      [keyId],
    )
    .catch((error) => log().warn({ err: error }, "could not note the use of an API key"));
}
