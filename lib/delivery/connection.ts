import type { Socket } from "node:net";
import { Client } from "undici";

const maxHeaderBytes = 16_384;
const keepAliveMarginMs = 1000;

/** One open socket to a receiver with the HTTP/1.1 client that speaks over it; never reconnects. */
export type Connection = {
  readonly origin: string;
  readonly remoteAddress: string;
  readonly client: Client;
  readonly socket: Socket;
};

export type ConnectionSettings = { origin: string; remoteAddress: string; socket: Socket; idleMs: number };

/**
 * Wraps an open socket. It closes after `idleMs` without a request, or one second before the receiver's own
 * Keep-Alive hint: that leaves a request little chance to cross with the receiver closing an idle connection.
 */
export function openConnection({ origin, remoteAddress, socket, idleMs }: ConnectionSettings): Connection {
  let isHandedOver = false;
  const client = new Client(origin, {
    connect: (_, callback) => {
      if (isHandedOver) return callback(new Error("the connection is closed"), null);
      isHandedOver = true;
      queueMicrotask(() => callback(null, socket));
    },
    allowH2: false,
    pipelining: 1,
    maxHeaderSize: maxHeaderBytes,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: idleMs,
    keepAliveMaxTimeout: idleMs,
    keepAliveTimeoutThreshold: keepAliveMarginMs,
  });
  return { origin, remoteAddress, client, socket };
}

/** Closes the connection at once, with whatever is under way on it. */
export function closeConnection({ client, socket }: Connection): void {
  socket.destroy();
  client.destroy().catch(() => {});
}
