import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import type { Certificate } from "#test/support/certificate.ts";

export type RawRequest = { head: string; body: string; socket: Socket; connection: number };

export type RawReceiver = {
  port: number;
  url: string;
  requests: RawRequest[];
  /** Connections accepted so far. */
  connections: number;
  /** Connections open now. */
  open: Set<Socket>;
  [Symbol.asyncDispose](): Promise<void>;
};

export type RawReceiverOptions = {
  /** Called for each complete request. */
  answer?: (request: RawRequest, nth: number) => void;
  onConnection?: (socket: Socket) => void;
  tls?: Certificate;
  /** What else the TLS of the receiver is told. */
  tlsOptions?: TlsOptions;
};

/** A receiver on 127.0.0.1 that reads requests and answers whatever bytes the test writes. */
export async function startRawReceiver({
  answer,
  onConnection,
  tls,
  tlsOptions,
}: RawReceiverOptions): Promise<RawReceiver> {
  const accept = (socket: Socket) => {
    receiver.connections += 1;
    receiver.open.add(socket);
    const connection = receiver.connections;
    socket.on("error", () => {});
    socket.on("close", () => receiver.open.delete(socket));
    if (!answer) socket.resume();
    onConnection?.(socket);
    if (!answer) return;
    readRequests(socket, (head, body) => {
      const request = { head, body, socket, connection };
      receiver.requests.push(request);
      answer(request, receiver.requests.length);
    });
  };
  const server = tls
    ? createTlsServer({ key: tls.key, cert: tls.cert, ...tlsOptions }, accept)
    : createServer(accept);
  server.on("tlsClientError", () => {});
  const port = await listen(server);
  const receiver: RawReceiver = {
    port,
    url: `${tls ? "https" : "http"}://127.0.0.1:${port}/hook`,
    requests: [],
    connections: 0,
    open: new Set(),
    async [Symbol.asyncDispose]() {
      for (const socket of receiver.open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

export function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address && typeof address === "object") resolve(address.port);
      else reject(new Error("no port"));
    });
  });
}

function readRequests(socket: Socket, onRequest: (head: string, body: string) => void): void {
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk.toString("latin1");
    for (;;) {
      const headEnd = received.indexOf("\r\n\r\n");
      if (headEnd < 0) return;
      const head = received.slice(0, headEnd);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      const end = headEnd + 4 + length;
      if (received.length < end) return;
      const body = received.slice(headEnd + 4, end);
      received = received.slice(end);
      onRequest(head, body);
    }
  });
}
