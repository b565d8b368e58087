import pg from "pg";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { wakeChannel } from "#lib/queue/wake.ts";

const reconnectMs = 1_000;

/** Holds one connection that hears wake-ups and comes back by itself; answers with a function that closes it. */
export function listenForWakeUps(onWakeUp: () => void): () => Promise<void> {
  let client: pg.Client | undefined;
  let isClosed = false;
  async function connect(): Promise<void> {
    const connection = new pg.Client({
      connectionString: env().databaseUrl,
      application_name: "posthorn-listen",
      keepAlive: true,
    });
    connection.on("notification", onWakeUp);
    connection.on("error", (error) => log().warn({ err: error }, "listening was interrupted"));
    connection.on("end", retry);
    client = connection;
    await connection.connect();
    await connection.query(`LISTEN ${wakeChannel}`);
    onWakeUp();
  }
  function retry(): void {
    if (isClosed) return;
    setTimeout(() => {
      if (!isClosed) connect().catch((error) => log().warn({ err: error }, "cannot listen; trying again"));
    }, reconnectMs).unref();
  }
  connect().catch((error) => log().warn({ err: error }, "cannot listen; trying again"));
  return async () => {
    isClosed = true;
    await client?.end().catch(() => undefined);
  };
}
