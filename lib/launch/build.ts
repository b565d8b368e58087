import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runNode } from "./run-node.ts";

const stamp = join(".next", "built-from");
const folders = ["app", "components", "lib", "public", "prisma/generated"];
const files = [
  "next.config.js",
  "proxy.ts",
  "instrumentation-client.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** Builds the pages into .next unless they were built from these very sources. Throws with the build's own words when it fails. */
export async function ensureBuild(): Promise<"kept" | "built"> {
  const fingerprint = await sourcesFingerprint();
  if ((await readFile(stamp, "utf8").catch(() => "")) === fingerprint) return "kept";
  await build();
  await writeFile(stamp, fingerprint);
  return "built";
}

async function sourcesFingerprint(): Promise<string> {
  const listed = await Promise.all(folders.map(filesBelow));
  const hash = createHash("sha256");
  for (const path of [...files, ...listed.flat().sort()]) {
    hash.update(`${path}\n`).update(await readFile(path));
  }
  return hash.digest("hex");
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function build(): Promise<void> {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  await runNode([next, "build"], env);
}
