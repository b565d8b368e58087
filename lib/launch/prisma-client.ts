import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runNode } from "./run-node.ts";

const require = createRequire(import.meta.url);
const generated = join("prisma", "generated");
const stamp = join(generated, ".made-from");

/** Generates the Prisma client into prisma/generated unless it is there and made from this very schema; no network. */
export async function ensurePrismaClient(): Promise<"kept" | "generated"> {
  const fingerprint = await schemaFingerprint();
  if ((await readFile(stamp, "utf8").catch(() => "")) === fingerprint) return "kept";
  await rm(stamp, { force: true });
  await generate();
  await writeFile(stamp, fingerprint);
  return "generated";
}

async function schemaFingerprint(): Promise<string> {
  const { version } = require("prisma/package.json") as { version: string };
  const schema = await readFile(join("prisma", "schema.prisma"));
  return createHash("sha256").update(version).update(schema).digest("hex");
}

async function generate(): Promise<void> {
  const cli = join(dirname(require.resolve("prisma/package.json")), "build", "index.js");
  const env = {
    ...process.env,
    // The command looks for this binary, downloads it if missing, and then has no use for it: any file will do.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  await runNode([cli, "generate", "--no-hints"], env);
}
