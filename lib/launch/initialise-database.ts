import { execFile } from "node:child_process";
import { chown, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { LaunchError } from "./launch-error.ts";
import type { Account } from "./postgres-account.ts";

const run = promisify(execFile);

type Options = { initdb: string; dataDir: string; databaseDir: string; password: string; account: Account };

/** Makes an empty cluster at `databaseDir` unless one is there; a crash half-way leaves nothing that looks finished. */
export async function initialiseDatabase({
  initdb,
  dataDir,
  databaseDir,
  password,
  account,
}: Options): Promise<void> {
  if (await stat(join(databaseDir, "PG_VERSION")).catch(() => undefined)) return;
  const unfinished = join(dataDir, "postgres.unfinished");
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  const passwordFile = join(dataDir, "postgres-password.initdb");
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account.owner) {
    for (const path of [unfinished, passwordFile]) await chown(path, account.owner.uid, account.owner.gid);
  }
  try {
    const [file = "", ...rest] = [...account.prefix, initdb, ...flags(unfinished, passwordFile)];
    await run(file, rest, account.spawnAs).catch(({ stderr, message }) => {
      throw new LaunchError(
        `A new PostgreSQL database could not be made in ${unfinished}:\n${stderr || message}`,
      );
    });
    await rename(unfinished, databaseDir);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function flags(directory: string, passwordFile: string): string[] {
  return [
    `--pgdata=${directory}`,
    `--pwfile=${passwordFile}`,
    "--username=posthorn",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Sorted by code point on every system, so an index built on one machine is right on the next.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
}
