import { execFile } from "node:child_process";
import { chown, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";

const run = promisify(execFile);

type Options = { databaseUrl: string; from: string; to: string };

/**
 * Copies the data folder of a running Postgres to `to`, ready to be started there, and answers with the moment up to which
 * all that was committed is in it. By the steps of "Making a Base Backup Using the Low Level API" in the PostgreSQL manual.
 */
export async function backUpOnline({ databaseUrl, from, to }: Options): Promise<Date> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_backup_start('drill', fast => true)");
    await mkdir(to);
    await copy(`${from}/.`, to);
    const complete = new Date();
    const { rows } = await client.query<{ labelfile: string }>(
      "SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)",
    );
    await rm(join(to, "postgres", "pg_wal"), { recursive: true });
    await copy(join(from, "postgres", "pg_wal"), join(to, "postgres"));
    await writeLabel(join(to, "postgres"), rows[0]?.labelfile ?? "");
    await rm(join(to, "postgres", "postmaster.pid"));
    return complete;
  } finally {
    await client.end();
  }
}

/** Files that vanish meanwhile are in the log that is copied last. */
async function copy(from: string, to: string): Promise<void> {
  await run("cp", ["-a", from, to]).catch(({ stderr }: { stderr: string }) => {
    const serious = stderr.split("\n").filter((line) => line && !line.includes("No such file or directory"));
    if (serious.length > 0) throw new Error(serious.join("\n"));
  });
}

async function writeLabel(databaseDir: string, label: string): Promise<void> {
  const path = join(databaseDir, "backup_label");
  await writeFile(path, label);
  const { uid, gid } = await stat(join(databaseDir, "PG_VERSION"));
  await chown(path, uid, gid);
}
