import { pool } from "../db.ts";
import { env } from "../env.ts";
import { pendingMigrations } from "../migrate/pending.ts";

const processGlobals = globalThis as { posthornIsMigrated?: true; posthornReadiness?: Promise<boolean> };

/**
 * Whether the database answers and has every migration of this release; rejects when it is away. Callers at once share
 * one look; migrations never vanish, so they are looked at until they are complete.
 */
export function isMigrated(): Promise<boolean> {
  processGlobals.posthornReadiness ??= look().finally(() => {
    delete processGlobals.posthornReadiness;
  });
  return processGlobals.posthornReadiness;
}

async function look(): Promise<boolean> {
  await pool().query("SELECT 1");
  if (processGlobals.posthornIsMigrated) return true;
  if ((await pendingMigrations(env().databaseUrl)).length > 0) return false;
  processGlobals.posthornIsMigrated = true;
  return true;
}
