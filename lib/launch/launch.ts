import { once } from "node:events";
import { createServer } from "node:net";
import { announceWhenReady } from "./announce.ts";
import { ensureBuild } from "./build.ts";
import { type EmbeddedDatabase, openEmbeddedDatabase } from "./embedded-database.ts";
import { readInstance, removeInstance, writeInstance } from "./instance.ts";
import { LaunchError } from "./launch-error.ts";
import { memoryFlags, runtimeEnv } from "./node-settings.ts";
import { ensurePrismaClient } from "./prisma-client.ts";
import { runNode } from "./run-node.ts";
import { say } from "./say.ts";
import { type LaunchSettings, launchSettings, type Mode } from "./settings.ts";
import { createShutdown, type Shutdown } from "./shutdown.ts";
import { type Supervised, supervise } from "./supervise.ts";

/** Brings up the whole product: database, migrations, pages, web and worker; keeps it up until asked to stop. */
export async function launch(mode: Mode): Promise<void> {
  const settings = await launchSettings(mode);
  const shutdown = createShutdown();
  try {
    const database = await openDatabase(settings, shutdown);
    await refuseTakenPort(settings.parsed.port);
    if ((await ensurePrismaClient()) === "generated") say("generated the database client");
    await Promise.all([migrate(settings), mode === "production" ? buildPages() : undefined]);
    if (shutdown.isRunning()) return;
    startPrograms({ mode, settings, shutdown, database });
    await announceWhenReady({ settings, databasePort: database?.port, isStopping: shutdown.isRunning });
  } catch (error) {
    if (shutdown.isRunning()) return;
    await shutdown.run();
    throw error;
  }
}

async function openDatabase(
  settings: LaunchSettings,
  shutdown: Shutdown,
): Promise<EmbeddedDatabase | undefined> {
  if (!settings.isEmbedded) return undefined;
  const { dataDir } = settings.parsed;
  say("starting PostgreSQL");
  const database = await openEmbeddedDatabase(dataDir, say);
  if (!database) throw new LaunchError(await alreadyRunning(dataDir));
  shutdown.add({ stop: database.stop });
  shutdown.add({ stop: () => removeInstance(dataDir) });
  settings.processEnv.DATABASE_URL = database.databaseUrl;
  return database;
}

async function alreadyRunning(dataDir: string): Promise<string> {
  const running = await readInstance(dataDir);
  const where = running ? `, at ${running.url} (process ${running.pids.launcher})` : "";
  return `Posthorn is already running on ${dataDir}${where}. Stop that one first, or give this one a POSTHORN_DATA_DIR and a PORT of its own.`;
}

async function refuseTakenPort(port: number): Promise<void> {
  const probe = createServer().listen(port);
  try {
    await once(probe, "listening");
  } catch {
    throw new LaunchError(
      `Port ${port} is taken by another program: choose one, as in PORT=${port + 1} npm start.`,
    );
  }
  probe.close();
  await once(probe, "close");
}

async function migrate(settings: LaunchSettings): Promise<void> {
  const said = await runNode(["lib/migrate/migrate.ts"], settings.processEnv);
  for (const line of said.trim().split("\n")) say(line);
}

async function buildPages(): Promise<void> {
  const slow = setTimeout(() => say("building the pages; this happens once per version"), 1000);
  try {
    if ((await ensureBuild()) === "built") say("built the pages");
  } finally {
    clearTimeout(slow);
  }
}

type Start = {
  mode: Mode;
  settings: LaunchSettings;
  shutdown: Shutdown;
  database: EmbeddedDatabase | undefined;
};

function startPrograms({ mode, settings, shutdown, database }: Start): void {
  const isProduction = mode === "production";
  const env = isProduction ? { ...runtimeEnv, ...settings.processEnv } : settings.processEnv;
  const flags = isProduction ? memoryFlags(env) : [];
  const watch = isProduction ? [] : ["--watch"];
  const running: Record<string, Supervised> = {};
  const record = () => {
    if (database) void writeInstance(settings.parsed.dataDir, describe(database, settings, running));
  };
  running.web = supervise({ name: "web", args: [...flags, "server.ts"], env }, { say, onStart: record });
  running.worker = supervise(
    { name: "worker", args: [...flags, ...watch, "worker/index.ts"], env },
    { say, onStart: record },
  );
  record();
  const programs = Object.values(running);
  shutdown.add({
    stop: async () => void (await Promise.all(programs.map((program) => program.stop()))),
    kill: () => {
      for (const program of programs) program.kill();
    },
  });
}

function describe(
  database: EmbeddedDatabase,
  { parsed }: LaunchSettings,
  running: Record<string, Supervised>,
) {
  const programs = Object.entries(running).map(([name, program]) => [name, program.pid() ?? 0]);
  const pids = { launcher: process.pid, postgres: database.pid(), ...Object.fromEntries(programs) };
  return { databaseUrl: database.databaseUrl, url: parsed.url, pids };
}
