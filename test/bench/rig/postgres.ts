import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startPostgres } from "#lib/launch/postgres.ts";
import { databaseUrl } from "#test/support/database.ts";

/** A durable Postgres of the bench's own that counts its statements; `admin` is connected beside the measured databases. */
export type BenchPostgres = {
  url: (database: string) => string;
  admin: pg.Pool;
  /** Stops and starts the server, so that its own cache is empty. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

const settings = { shared_preload_libraries: "pg_stat_statements" };

export async function startBenchPostgres(): Promise<BenchPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), "posthorn-bench-"));
  let server = await startPostgres({ dataDir, settings });
  const url = (database: string) => databaseUrl(server.databaseUrl, database);
  const admin = openPool(url("postgres"));
  await admin.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  return {
    url,
    admin,
    async restart() {
      await server.stop();
      server = await startPostgres({ dataDir, settings, port: server.port });
    },
    async stop() {
      await admin.end();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A pool that outlives a restart of its server. */
export function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 2, application_name: "posthorn-bench" });
  pool.on("error", () => undefined);
  return pool;
}
