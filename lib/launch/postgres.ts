import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, open, readFile } from "node:fs/promises";
import { totalmem } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "./free-port.ts";
import { initialiseDatabase } from "./initialise-database.ts";
import { keptSecret } from "./kept-secret.ts";
import { LaunchError } from "./launch-error.ts";
import { type Account, postgresAccount } from "./postgres-account.ts";
import { postgresBinaries } from "./postgres-binaries.ts";
import { stopLeftover } from "./stop-leftover.ts";

export type Postgres = {
  databaseUrl: string;
  port: number;
  pid: number;
  exited: Promise<void>;
  stop: () => Promise<void>;
};

type Options = { dataDir: string; settings?: Record<string, string>; port?: number };

/**
 * Starts the PostgreSQL of the npm package on a free loopback port (or `port`), its data kept in `<dataDir>/postgres`, and resolves when
 * it answers. `settings` are server settings laid over durable ones. It stops when this process is gone, however that happens.
 */
export async function startPostgres({
  dataDir,
  settings = {},
  port: wishedPort,
}: Options): Promise<Postgres> {
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, 0o711);
  const databaseDir = join(dataDir, "postgres");
  const binaries = await postgresBinaries();
  const account = await postgresAccount(databaseDir, [databaseDir, binaries.postgres]);
  const password = await keptSecret(join(dataDir, "postgres-password"));
  await initialiseDatabase({ initdb: binaries.initdb, dataDir, databaseDir, password, account });
  await stopLeftover(databaseDir);

  const port = wishedPort ?? (await freePort());
  const log = join(dataDir, "postgres.log");
  const command = [
    binaries.postgres,
    "-D",
    databaseDir,
    ...flags({ ...durable(), ...settings, port: `${port}` }),
  ];
  const server = await spawnServer(command, account, log);
  const url = (database: string) =>
    `postgres://posthorn:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  await answering(server, url("postgres"), log);
  const exited = once(server, "exit").then(() => undefined);
  return {
    databaseUrl: url("posthorn"),
    port,
    pid: server.pid ?? 0,
    exited,
    stop: () => stop(server, exited),
  };
}

function durable(): Record<string, string> {
  const megabytes = Math.round(totalmem() / 2 ** 20);
  return {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: "on",
    synchronous_commit: "on",
    max_connections: "200",
    shared_buffers: `${Math.min(1024, Math.max(128, Math.round(megabytes / 16)))}MB`,
    max_wal_size: "2GB",
    random_page_cost: "1.1",
    timezone: "UTC",
    // Refused statements are reported by whoever sent them; here only what ends a connection or the server.
    log_min_messages: "fatal",
  };
}

function flags(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

// The exec keeps the shell's pid for Postgres, and the reader left beside it asks for a fast shutdown when our end of its
// input closes: so no kill of this process, not even -9, leaves a server behind. The doubled parentheses keep that reader
// from being a child of Postgres, which does not expect one.
const untilInputCloses =
  'exec 3<&0; ( (cat <&3 >/dev/null; kill -INT $$) & ); exec 3<&-; exec "$@" </dev/null';

async function spawnServer(command: string[], account: Account, logPath: string): Promise<ChildProcess> {
  const log = await open(logPath, "a", 0o600);
  const guarded =
    process.platform === "win32" ? command : ["/bin/sh", "-c", untilInputCloses, "sh", ...command];
  const [file = "", ...rest] = [...account.prefix, ...guarded];
  const server = spawn(file, rest, {
    ...account.spawnAs,
    stdio: ["pipe", log.fd, log.fd],
    // A process group of its own: Ctrl-C must reach Postgres last, after those who use it.
    detached: true,
  });
  await once(server, "spawn");
  await log.close();
  server.unref();
  return server;
}

async function answering(server: ChildProcess, adminUrl: string, log: string): Promise<void> {
  while (!(await createDatabase(adminUrl))) {
    if (server.exitCode === null && server.signalCode === null) continue;
    const tail = (await readFile(log, "utf8")).split("\n").slice(-8).join("\n");
    throw new LaunchError(`PostgreSQL did not start; the end of ${log} says:\n${tail}`);
  }
}

async function createDatabase(adminUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 40));
    return false;
  }
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'posthorn'");
  if (rowCount === 0) await client.query("CREATE DATABASE posthorn");
  await client.end();
  return true;
}

async function stop(server: ChildProcess, exited: Promise<void>): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.ref();
  server.kill("SIGINT");
  await exited;
  server.stdin?.destroy();
}
