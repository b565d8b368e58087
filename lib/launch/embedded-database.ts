import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { keptSecret } from "./kept-secret.ts";
import { acquireLock } from "./lock.ts";
import { type Postgres, startPostgres } from "./postgres.ts";

export type EmbeddedDatabase = {
  databaseUrl: string;
  port: number;
  pid: () => number;
  stop: () => Promise<void>;
};

/**
 * Starts the Postgres of a data folder and keeps it running, on the same port, should it die. Undefined when another living
 * process already runs this folder.
 */
export async function openEmbeddedDatabase(
  dataDir: string,
  say: (message: string) => void,
): Promise<EmbeddedDatabase | undefined> {
  await mkdir(dataDir, { recursive: true });
  const lock = await acquireLock(dataDir);
  if (!lock) return undefined;
  let postgres = await startPostgres({ dataDir });
  let isStopping = false;

  const restart = async () => {
    say("PostgreSQL ended unexpectedly; starting it again");
    postgres = await startAgain(dataDir, postgres.port);
    say("PostgreSQL is back");
    watch(postgres);
  };
  const watch = ({ exited }: Postgres) => exited.then(() => (isStopping ? undefined : restart()));
  watch(postgres);

  const stop = async () => {
    isStopping = true;
    await postgres.stop();
    await lock.release();
  };
  return { databaseUrl: postgres.databaseUrl, port: postgres.port, pid: () => postgres.pid, stop };
}

/** The master key of this data folder, base64: made on first use and kept beside the database. */
export async function embeddedSecretKey(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  return keptSecret(join(dataDir, "secret-key"));
}

async function startAgain(dataDir: string, port: number): Promise<Postgres> {
  for (let waitMs = 250; ; waitMs = Math.min(10_000, waitMs * 2)) {
    try {
      return await startPostgres({ dataDir, port });
    } catch {
      // After a kill its last children may still hold the shared memory for a moment.
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
