import { ensurePartitions } from "#lib/partitions.ts";
import { createQueues } from "#lib/queue/boss.ts";
import { applyMigrations } from "./engine.ts";
import { withMigrationLock } from "./lock.ts";
import { pendingMigrations } from "./pending.ts";

type Options = { databaseUrl: string; retentionDays: number };

/** Brings a database to where web and worker can run on it: migrations, partitions, queues. Safe to repeat and from many processes at once. */
export async function prepareDatabase({
  databaseUrl,
  retentionDays,
}: Options): Promise<{ applied: string[] }> {
  const pending = await pendingMigrations(databaseUrl);
  const applied = pending.length > 0 ? await applyMigrations(databaseUrl) : [];
  await withMigrationLock(databaseUrl, async (client) => {
    await client.query("BEGIN");
    await ensurePartitions(client, { retentionDays });
    await client.query("COMMIT");
    await createQueues(databaseUrl);
  });
  return { applied };
}
