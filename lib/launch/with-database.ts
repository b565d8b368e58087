import { spawn } from "node:child_process";
import { once } from "node:events";
import { openEmbeddedDatabase } from "./embedded-database.ts";
import { readInstance, removeInstance, writeInstance } from "./instance.ts";
import { LaunchError } from "./launch-error.ts";
import { memoryFlags, runtimeEnv } from "./node-settings.ts";
import { ensurePrismaClient } from "./prisma-client.ts";
import { runNode } from "./run-node.ts";
import { type LaunchSettings, launchSettings } from "./settings.ts";

const [file, ...args] = process.argv.slice(2);
if (!file)
  throw new LaunchError("Usage: node lib/launch/run.mjs lib/launch/with-database.ts <file.ts> [arguments]");
const isAboutMigrations = file.startsWith("lib/migrate/");
const settings = await launchSettings(process.env.NODE_ENV === "development" ? "development" : "production");
await ensurePrismaClient();
const close = await connect(settings);
const code = await run([file, ...args], settings.processEnv);
await close();
process.exit(code);

/** Finds the database: DATABASE_URL, that of the instance running in this folder, or the folder's own, started for this one command. */
async function connect({ isEmbedded, parsed, processEnv }: LaunchSettings): Promise<() => Promise<void>> {
  const nothingToClose = async () => undefined;
  if (!isEmbedded) return nothingToClose;
  const { dataDir, url } = parsed;
  const database = await openEmbeddedDatabase(dataDir, console.error);
  if (!database) {
    const running = await readInstance(dataDir);
    if (!running)
      throw new LaunchError(`Posthorn is just starting on ${dataDir}: try again when it is ready.`);
    processEnv.DATABASE_URL = running.databaseUrl;
    processEnv.POSTHORN_URL ||= running.url;
    return nothingToClose;
  }
  processEnv.DATABASE_URL = database.databaseUrl;
  const pids = { launcher: process.pid, postgres: database.pid() };
  await writeInstance(dataDir, { databaseUrl: database.databaseUrl, url, pids });
  if (!isAboutMigrations) await runNode(["lib/migrate/migrate.ts"], processEnv);
  return async () => {
    await removeInstance(dataDir);
    await database.stop();
  };
}

async function run(command: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const isProgram = ["server.ts", "worker/index.ts"].includes(command[0] ?? "");
  const flags = isProgram ? memoryFlags(env) : [];
  const child = spawn(process.execPath, [...flags, ...command], {
    env: { ...runtimeEnv, ...env },
    stdio: "inherit",
  });
  // A terminal tells the child of a Ctrl-C itself; this process only waits, and passes on what was meant for it alone.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  const [code, signal] = await once(child, "exit");
  return code ?? (signal === "SIGINT" ? 130 : 143);
}
