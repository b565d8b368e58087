import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Stops a Postgres that outlived its launcher in `databaseDir`, and clears a postmaster.pid whose process id has since gone to
 * another program, which Postgres would obey. The caller must hold the folder's lock.
 */
export async function stopLeftover(databaseDir: string): Promise<void> {
  const path = join(databaseDir, "postmaster.pid");
  const pid = Number((await readFile(path, "utf8").catch(() => "")).split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  if (await isPostgresOf(pid, databaseDir)) {
    process.kill(pid, "SIGINT");
    while (await isPostgresOf(pid, databaseDir)) await new Promise((resolve) => setTimeout(resolve, 50));
  } else if (await commandLine(pid)) {
    await rm(path, { force: true });
  }
}

async function isPostgresOf(pid: number, databaseDir: string): Promise<boolean> {
  return (await commandLine(pid)).includes(databaseDir);
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === "linux") return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  const { stdout } = await run("ps", ["-ww", "-o", "args=", "-p", `${pid}`]).catch(() => ({ stdout: "" }));
  return stdout;
}
