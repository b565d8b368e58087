import { pool } from "../db.ts";
import { env } from "../env.ts";
import { pendingMigrations } from "../migrate/pending.ts";
import { partitionedUntil } from "../partitions.ts";

type Readiness = { isReady: true } | { isReady: false; because: string };

const processGlobals = globalThis as {
  posthornIsMigrated?: true;
  posthornIsStopping?: true;
  posthornReadiness?: Promise<Readiness>;
};

/** Rows of the coming hours must have a place: whoever makes partitions makes them days ahead. */
const leastAheadMs = 6 * 3_600_000;

/**
 * Whether this web should be sent requests: it is not stopping, and the database answers, has every migration of this
 * release and partitions for the coming hours. Rejects when the database is away. Callers at once share one look.
 */
export async function readiness(): Promise<Readiness> {
  if (processGlobals.posthornIsStopping) return { isReady: false, because: "This web is stopping." };
  processGlobals.posthornReadiness ??= look().finally(() => {
    delete processGlobals.posthornReadiness;
  });
  return processGlobals.posthornReadiness;
}

/** From now on this web says that it is not ready, so that load balancers leave it before it refuses connections. */
export function announceStop(): void {
  processGlobals.posthornIsStopping = true;
}

async function look(): Promise<Readiness> {
  await pool().query("SELECT 1");
  if (!(await isMigrated())) return { isReady: false, because: "Migrations are pending." };
  const aheadMs = (await partitionedUntil(pool())).getTime() - Date.now();
  if (aheadMs < leastAheadMs)
    return { isReady: false, because: "Partitions for the coming hours are missing: is a worker running?" };
  return { isReady: true };
}

/** Migrations never vanish, so they are looked at until they are complete. */
async function isMigrated(): Promise<boolean> {
  if (processGlobals.posthornIsMigrated) return true;
  if ((await pendingMigrations(env().databaseUrl)).length > 0) return false;
  processGlobals.posthornIsMigrated = true;
  return true;
}
