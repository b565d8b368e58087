import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { arch, cpus, release, totalmem, type } from "node:os";
import { promisify } from "node:util";
import type { Rig } from "../rig/rig.ts";

const run = promisify(execFile);

export type Machine = {
  date: string;
  commit: string;
  cpu: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  postgres: string;
  packages: string;
};

/** What was measured, where and when. */
export async function describeMachine({ postgres }: Rig): Promise<Machine> {
  const { rows } = await postgres.admin.query<{ server_version: string }>("SHOW server_version");
  return {
    date: new Date().toISOString().slice(0, 16).replace("T", " "),
    commit: await commit(),
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()} ${arch()}`,
    node: process.versions.node,
    postgres: rows[0]?.server_version ?? "unknown",
    packages: await packages(["next", "pg", "pg-boss", "undici"]),
  };
}

async function commit(): Promise<string> {
  const git = (...args: string[]) => run("git", args).then(({ stdout }) => stdout.trim());
  const head = await git("rev-parse", "--short", "HEAD").catch(() => "unknown");
  const changed = await git("status", "--porcelain", "--untracked-files=no").catch(() => "");
  return changed === "" ? head : `${head} with changes`;
}

async function packages(names: readonly string[]): Promise<string> {
  const { dependencies } = JSON.parse(await readFile("package.json", "utf8"));
  return names.map((name) => `${name} ${dependencies[name]}`).join(", ");
}
