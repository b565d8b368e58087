import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Certificate } from "./certificate.ts";

/** What a proxy does with a CONNECT: opens the tunnel, answers these bytes, or nothing at all. */
export type Handling = "tunnel" | "hang" | "reset" | "end" | `HTTP/1.1 ${string}` | `garbage ${string}`;

export type Asked = { target: string; headers: IncomingMessage["headers"] };

export type ForwardProxy = {
  port: number;
  /** Every CONNECT so far. */
  asked: Asked[];
  /** What went through the tunnels towards receivers, as text. */
  carried: () => string;
  /** Decides from now on, by the nth CONNECT and its target. */
  handle: (handling: (nth: number, target: string) => Handling) => void;
  close: () => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
};

type Options = { port?: number; tls?: Certificate };

/** A real forward proxy on a loopback port that opens tunnels, or misbehaves as it is told. */
export async function startForwardProxy({ port = 0, tls }: Options = {}): Promise<ForwardProxy> {
  const server = tls ? createSecureServer({ key: tls.key, cert: tls.cert }) : createServer();
  const asked: Asked[] = [];
  const carried: Buffer[] = [];
  const sockets = new Set<Socket>();
  let handling: (nth: number, target: string) => Handling = () => "tunnel";
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("connect", (request: IncomingMessage, socket: Socket) => {
    const target = request.url ?? "";
    asked.push({ target, headers: request.headers });
    answer(handling(asked.length, target), target, socket, carried);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const close = () => closeAll(server, sockets);
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    carried: () => Buffer.concat(carried).toString("latin1"),
    handle: (next) => {
      handling = next;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function answer(handling: Handling, target: string, socket: Socket, carried: Buffer[]): void {
  socket.on("error", () => {});
  if (handling === "tunnel") tunnel(target, socket, carried);
  else if (handling === "reset") resetUnder(socket);
  else if (handling === "end") socket.end();
  else if (handling !== "hang") socket.end(`${handling}\r\n\r\n`);
}

function tunnel(target: string, socket: Socket, carried: Buffer[]): void {
  const { hostname, port } = new URL(`tunnel://${target}`);
  const onward = connect({ host: hostname.replace(/[[\]]/g, ""), port: Number(port) }, () => {
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    socket.on("data", (chunk) => carried.push(chunk));
    socket.pipe(onward).pipe(socket);
  });
  onward.on("error", () => socket.destroy());
  socket.on("close", () => onward.destroy());
}

/** A TLS socket cannot be reset by itself. */
function resetUnder(socket: Socket): void {
  if ("encrypted" in socket) socket.destroy();
  else socket.resetAndDestroy();
}

async function closeAll(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  for (const socket of sockets) socket.destroy();
  await closed;
}
