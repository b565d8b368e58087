import pg from "pg";
import { databaseSocket } from "#lib/database-socket.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { lanesOf, wakeChannel } from "#lib/queue/wake.ts";

const reconnectMs = 1_000;
const heartbeatMs = 5_000;

export type Listener = {
  /** These endpoints have something due. */
  onWakeUp: (endpointIds: string[]) => void;
  /** We hear again, and may have missed wake-ups until now. */
  onConnected: () => Promise<void>;
};

/** Holds one connection that hears wake-ups and comes back by itself; answers with a function that closes it. */
export function listenForWakeUps({ onWakeUp, onConnected }: Listener): () => Promise<void> {
  let client: pg.Client | undefined;
  let isClosed = false;
  async function connect(): Promise<void> {
    const connection = new pg.Client({
      connectionString: env().databaseUrl,
      application_name: "posthorn-listen",
      connectionTimeoutMillis: heartbeatMs,
      query_timeout: heartbeatMs,
      stream: databaseSocket(2 * heartbeatMs),
      keepAlive: true,
    });
    connection.on("notification", ({ payload }) => onWakeUp(lanesOf(payload ?? "")));
    connection.on("error", (error) => log().warn({ err: error }, "listening was interrupted"));
    // Only who asks finds out that the other end is gone without a word.
    const heartbeat = setInterval(
      () => void connection.query("SELECT 1").catch(() => connection.end()),
      heartbeatMs,
    );
    connection.on("end", () => {
      clearInterval(heartbeat);
      retry();
    });
    client = connection;
    await connection.connect();
    await connection.query(`LISTEN ${wakeChannel}`);
    await onConnected().catch((error) => log().warn({ err: error }, "the next sweep finds what is due"));
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
