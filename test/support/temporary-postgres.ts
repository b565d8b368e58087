import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Postgres, startPostgres } from "#lib/launch/postgres.ts";

/** Settings for tests that never pull the plug: nothing waits for the disk. */
export const careless = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  shared_buffers: "256MB",
  max_connections: "400",
};

/** A Postgres of its own in a temporary folder, removed when stopped. Durable unless told otherwise. */
export async function startTemporaryPostgres(settings: Record<string, string> = {}): Promise<Postgres> {
  const dataDir = await mkdtemp(join(tmpdir(), "posthorn-test-"));
  const postgres = await startPostgres({ dataDir, settings });
  const stop = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...postgres, stop };
}
