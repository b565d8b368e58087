import pg from "pg";
import { type Postgres, startPostgres } from "#lib/launch/postgres.ts";
import { waitFor } from "#test/support/wait-for.ts";

/** The run's own durable Postgres, which can be killed and started again on the same data and port. */
export type ChaosPostgres = {
  url: string;
  port: number;
  /** The harness's own connections, which outlive the server. */
  admin: pg.Pool;
  /** Ends the server as a power cut would (SIGKILL), or as an operator in a hurry does (SIGQUIT, an immediate shutdown). */
  crash: (signal: "SIGKILL" | "SIGQUIT") => Promise<void>;
  /** Starts it on its data, if it is down, and resolves when it answers queries. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

const settings = { max_wal_size: "256MB", shared_buffers: "128MB", wal_init_zero: "off" };

export async function startChaosPostgres(dataDir: string): Promise<ChaosPostgres> {
  let server = await startPostgres({ dataDir, settings });
  let isUp = true;
  const watch = (started: Postgres) =>
    void started.exited.then(() => {
      if (started === server) isUp = false;
    });
  watch(server);
  const { databaseUrl: url, port } = server;
  const admin = new pg.Pool({ connectionString: url, max: 4, ...patience });
  admin.on("error", () => undefined);
  admin.on("connect", (client) => client.on("error", () => undefined));
  const start = async () => {
    if (!isUp) server = await startAgain({ dataDir, port });
    if (!isUp) watch(server);
    isUp = true;
    await waitFor("Postgres to answer", () => admin.query("SELECT 1").then(() => true), {
      timeoutMs: 60_000,
    });
  };
  return {
    url,
    port,
    admin,
    start,
    async crash(signal) {
      process.kill(server.pid, signal);
      await server.exited;
    },
    async stop() {
      await admin.end();
      await server.stop();
    },
  };
}

const patience = { connectionTimeoutMillis: 3_000, query_timeout: 60_000, application_name: "chaos" };

/** Backends of a killed server hold its memory for a moment, and a full disk may refuse it: tried until it starts. */
function startAgain({ dataDir, port }: { dataDir: string; port: number }): Promise<Postgres> {
  return waitFor("Postgres to start again", () => startPostgres({ dataDir, settings, port }), {
    timeoutMs: 60_000,
    everyMs: 100,
  });
}
