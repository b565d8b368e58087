import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { LaunchError } from "./launch-error.ts";

const run = promisify(execFile);

type Ids = { uid: number; gid: number };

/** `owner` owns the data; a command runs as it when spawned with `spawnAs` and with `prefix` in front. */
export type Account = { owner?: Ids; spawnAs: Partial<Ids>; prefix: string[] };

/** As whom Postgres runs: this user, or, since Postgres refuses root, an unprivileged one that can reach all of `paths`. */
export async function postgresAccount(databaseDir: string, paths: string[]): Promise<Account> {
  if (process.getuid?.() !== 0) return { spawnAs: {}, prefix: [] };
  const owner = (await ownerOf(databaseDir)) ?? (await idsOf("postgres")) ?? (await idsOf("nobody"));
  if (!owner)
    throw new LaunchError(
      "PostgreSQL refuses to run as root and this system has no user postgres or nobody.",
    );
  const isReachable = (await Promise.all(paths.map(isOpenToAll))).every(Boolean);
  return isReachable
    ? { owner, spawnAs: owner, prefix: [] }
    : { owner, spawnAs: {}, prefix: await passAnywhere(owner) };
}

async function ownerOf(path: string): Promise<Ids | undefined> {
  const owner = await stat(path).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
}

async function idsOf(user: string): Promise<Ids | undefined> {
  const ask = async (flag: string) => Number((await run("id", [flag, user])).stdout);
  return Promise.all([ask("-u"), ask("-g")]).then(
    ([uid, gid]) => ({ uid, gid }),
    () => undefined,
  );
}

async function isOpenToAll(path: string): Promise<boolean> {
  const parent = dirname(path);
  if (parent === path) return true;
  const { mode } = await stat(parent);
  return (mode & 0o001) !== 0 && isOpenToAll(parent);
}

/** A project below /root is closed to every other user; Linux can lend the right to pass through its folders. */
async function passAnywhere({ uid, gid }: Ids): Promise<string[]> {
  const setpriv = ["/usr/bin/setpriv", "/bin/setpriv"].find((path) => existsSync(path));
  const right = await lendableRight();
  if (setpriv && right) {
    const identity = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
    const loan = [`--inh-caps=+${right}`, `--ambient-caps=+${right}`];
    // Without this bit access(2), which Postgres asks before it executes itself, would not count the loan.
    return [setpriv, ...identity, ...loan, "--securebits=+no_setuid_fixup"];
  }
  throw new LaunchError(
    "PostgreSQL refuses to run as root, and no other user can reach this folder: " +
      "move the project out of it, run as an ordinary user, or set DATABASE_URL.",
  );
}

/** The smaller of the two capabilities that open folders, or the one this root has: containers often hold back the first. */
async function lendableRight(): Promise<string | undefined> {
  const status = await readFile("/proc/self/status", "utf8").catch(() => "");
  const held = BigInt(`0x${/^CapPrm:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? "0"}`);
  if (held & 4n) return "dac_read_search";
  return held & 2n ? "dac_override" : undefined;
}
