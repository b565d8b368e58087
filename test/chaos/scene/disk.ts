import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Where Postgres keeps its data: a small disk of memory that can be full, or, where mounting is not allowed, a plain folder. */
export type Disk = {
  path: string;
  /** Leaves hardly a byte free; undefined on a plain folder, whose disk belongs to others as well. */
  fill: (() => Promise<void>) | undefined;
  /** Makes room again. */
  clear: () => Promise<void>;
  close: () => Promise<void>;
};

const size = "6g";

export async function openDisk(path: string): Promise<Disk> {
  await mkdir(path);
  const mounted = await run("mount", ["-t", "tmpfs", "-o", `size=${size},mode=0711`, "tmpfs", path]).then(
    () => true,
    () => false,
  );
  if (!mounted) return { path, fill: undefined, clear: async () => {}, close: async () => {} };
  return {
    path,
    fill: async () => resize(path, `${(await usedKilobytes(path)) + spareKilobytes}k`),
    clear: () => resize(path, size),
    close: async () => void (await run("umount", [path])),
  };
}

/** A little is left, so that the disk runs full in the middle of things. */
const spareKilobytes = 512;

async function resize(path: string, to: string): Promise<void> {
  await run("mount", ["-o", `remount,size=${to}`, path]);
}

async function usedKilobytes(path: string): Promise<number> {
  const { stdout } = await run("df", ["--output=used", "-k", path]);
  return Number(stdout.split("\n")[1]);
}
