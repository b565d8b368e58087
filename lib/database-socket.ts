import { Socket } from "node:net";

/**
 * Makes the sockets on which Postgres is spoken to: one on which a question stays unanswered for `silentMs` is closed
 * with ETIMEDOUT. The server's own time-outs end what is slow; this ends what hangs because the server, or the way to
 * it, is gone without a word.
 */
export function databaseSocket(silentMs: number): () => Socket {
  return () => {
    const socket = new Socket();
    const giveUp = () =>
      socket.destroy(Object.assign(new Error("The database has gone silent."), { code: "ETIMEDOUT" }));
    return socket.setTimeout(silentMs, giveUp);
  };
}
