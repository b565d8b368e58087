import pg from "pg";
import { databaseSocket } from "./database-socket.ts";
import { env } from "./env.ts";
import { log } from "./log.ts";

const firstPauseMs = 250;
const longestPauseMs = 4_000;
const heartbeatMs = 5_000;

export type Listener = {
  channel: string;
  /** Of the connection, as Postgres shows it. */
  name: string;
  onMessage: (payload: string) => void;
  /** We hear again, and may have missed messages until now. */
  onConnected: () => void;
};

/** Holds one connection that hears a NOTIFY channel and comes back by itself; answers with a function that closes it. */
export function listenTo({ channel, name, onMessage, onConnected }: Listener): () => Promise<void> {
  let client: pg.Client | undefined;
  let isClosed = false;
  let pauseMs = firstPauseMs;
  async function connect(): Promise<void> {
    const connection = createConnection(name);
    connection.on("notification", ({ payload }) => onMessage(payload ?? ""));
    connection.on("error", (error) => log().warn({ err: error, channel }, "listening was interrupted"));
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
    await connection.query(`LISTEN ${channel}`);
    pauseMs = firstPauseMs;
    onConnected();
  }
  function retry(): void {
    if (isClosed) return;
    setTimeout(() => isClosed || tryToConnect(), pauseMs).unref();
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }
  function tryToConnect(): void {
    connect().catch((error) => {
      log().warn({ err: error, channel }, "cannot listen; trying again");
      client?.end().catch(() => undefined);
    });
  }
  tryToConnect();
  return async () => {
    isClosed = true;
    await client?.end().catch(() => undefined);
  };
}

function createConnection(name: string): pg.Client {
  return new pg.Client({
    connectionString: env().databaseUrl,
    application_name: name,
    connectionTimeoutMillis: heartbeatMs,
    query_timeout: heartbeatMs,
    stream: databaseSocket(2 * heartbeatMs),
    keepAlive: true,
  });
}
