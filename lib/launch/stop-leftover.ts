import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Stops a Postgres that a killed launcher left running in `databaseDir` and clears a stale postmaster.pid, which Postgres
 * would otherwise obey when its process id has since gone to another program. The caller must hold the folder's lock.
 */
export async function stopLeftover(databaseDir: string): Promise<void> {
  const path = join(databaseDir, "postmaster.pid");
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return;
  const pid = Number(text.split("\n")[0]);
  if (await isPostgresOf(pid, databaseDir)) {
    process.kill(pid, "SIGINT");
    while (await isPostgresOf(pid, databaseDir)) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await rm(path, { force: true });
}

async function isPostgresOf(pid: number, databaseDir: string): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  return (await commandLine(pid)).includes(databaseDir);
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === "linux") return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  const { stdout } = await run("ps", ["-ww", "-o", "args=", "-p", `${pid}`]).catch(() => ({ stdout: "" }));
  return stdout;
}
