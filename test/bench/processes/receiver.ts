import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { nowMs } from "../clock.ts";
import { HttpMessages } from "./http-messages.ts";
import { serve } from "./serve.ts";

/** What arrived, by position: event id (ids joined by line feeds), lane, and when on the bench's clock. */
export type Ledger = { ids: string; lanes: Int32Array; times: Float64Array };

const slowMs = 2_000;
const dripMs = 1_000;
const ok = Buffer.from("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok");
const failure = Buffer.from("HTTP/1.1 500 Internal Server Error\r\ncontent-length: 2\r\n\r\nno");
const endless = Buffer.from("HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n");

let ids: string[] = [];
let lanes: number[] = [];
let times: number[] = [];
let received = 0;
let connections = 0;
let isReleased = false;
const stuck = new Set<Socket>();

const server = createServer({ noDelay: true }, (socket) => {
  let isCounted = false;
  const messages = new HttpMessages(({ head }) => {
    const [, kind = "", lane = ""] = /^\w+ \/(\w+)\/?(\d*)/.exec(head) ?? [];
    const counts = kind === "ok" || kind === "slow";
    if (counts && !isCounted) connections += 1;
    isCounted ||= counts;
    if (counts) record(head, Number(lane));
    respond(socket, kind);
  });
  socket.on("data", (bytes) => messages.push(bytes));
  socket.on("error", () => socket.destroy());
  socket.on("close", () => stuck.delete(socket));
});

/** Paths are `/<kind>/<lane>`; `ok` and `slow` are recorded, `fail`, `hang` and `drip` are the dead. */
const commands = {
  async listen(): Promise<number> {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  },
  counts: () => ({ received, connections }),
  ledger: (): Ledger => ({
    ids: ids.join("\n"),
    lanes: Int32Array.from(lanes),
    times: Float64Array.from(times),
  }),
  /** Starts an empty ledger; all behave as their paths say. */
  forget() {
    [ids, lanes, times] = [[], [], []];
    received = 0;
    connections = 0;
    isReleased = false;
  },
  /** Lets everything that is held up end at once, and keeps it so. */
  release() {
    isReleased = true;
    for (const socket of stuck) socket.destroy();
  },
};
export type ReceiverCommands = typeof commands;
serve(commands);

function record(head: string, lane: number): void {
  received += 1;
  const id = /\r\nwebhook-id: *([^\r\n]+)/i.exec(head)?.[1];
  if (id === undefined) return;
  ids.push(id);
  lanes.push(lane);
  times.push(nowMs());
}

function respond(socket: Socket, kind: string): void {
  if (kind === "count") {
    const text = String(received);
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n${text}`);
  } else if (kind === "fail") socket.write(failure);
  else if (isReleased || kind === "ok") socket.write(ok);
  else if (kind === "slow") setTimeout(() => socket.write(ok), slowMs);
  else holdUp(socket, kind);
}

function holdUp(socket: Socket, kind: string): void {
  stuck.add(socket);
  if (kind !== "drip") return;
  socket.write(endless);
  const dripping = setInterval(() => socket.write("."), dripMs);
  socket.once("close", () => clearInterval(dripping));
}
