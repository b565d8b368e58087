import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isHeld } from "./lock.ts";

/** What a running embedded instance tells the other commands of the same folder. */
export type Instance = { databaseUrl: string; url: string; pids: Record<string, number> };

export async function writeInstance(dataDir: string, instance: Instance): Promise<void> {
  const path = join(dataDir, "instance.json");
  await writeFile(`${path}.new`, `${JSON.stringify(instance, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** The instance running on this data folder, or undefined; what a killed one left behind does not count. */
export async function readInstance(dataDir: string): Promise<Instance | undefined> {
  if (!(await isHeld(dataDir))) return undefined;
  const text = await readFile(join(dataDir, "instance.json"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Instance);
}

export async function removeInstance(dataDir: string): Promise<void> {
  await rm(join(dataDir, "instance.json"), { force: true });
}
