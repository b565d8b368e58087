import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { serve } from "#test/bench/processes/serve.ts";
import { DurableLog } from "../ledgers/durable-log.ts";
import type { Arrival } from "../ledgers/lines.ts";
import { shareOf } from "../random.ts";
import { type Behaviour, obedient } from "./behaviour.ts";

// A receiver of its own process: every request is on the disk before it is answered, as its endpoint behaves just then.
const behaviours = new Map<string, Behaviour>();
const timesSeen = new Map<string, number>();
let log: DurableLog | undefined;
let seed = 0;
let serial = 0;
let underWay = 0;

const server = createServer((request, response) => void receive(request, response));
server.keepAliveTimeout = 10_000;

const commands = {
  async listen({ path, seed: given }: { path: string; seed: number }): Promise<number> {
    log = new DurableLog(path);
    seed = given;
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  },
  /** Endpoints of which nothing is said are obedient: 200 at once. */
  behave({ endpoint, behaviour }: { endpoint: string; behaviour: Behaviour }): void {
    behaviours.set(endpoint, behaviour);
  },
  behaveAll(): void {
    behaviours.clear();
  },
  underWay: () => underWay,
  close(): void {
    server.closeAllConnections();
    server.close();
    log?.close();
  },
};
export type ReceiverCommands = typeof commands;
serve(commands);

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const at = Date.now();
  const body = await buffer(request).catch(() => undefined);
  if (!body) return;
  const endpoint = /^\/k\/([\w-]+)/.exec(request.url ?? "")?.[1] ?? "";
  const behaviour = behaviours.get(endpoint) ?? obedient;
  const arrival = toArrival(request, { at, endpoint, body });
  const { status, delayMs } = chooseAnswer(behaviour, arrival);
  underWay += 1;
  response.once("close", () => {
    underWay -= 1;
    log?.note({ kind: "departure", serial: arrival.serial, at: Date.now() });
  });
  await log?.append({ ...arrival, status } satisfies Arrival);
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  if (behaviour.breaksOff && status === 0) return void response.socket?.resetAndDestroy();
  if (status !== 0) response.writeHead(status).end("noted");
}

type Read = { at: number; endpoint: string; body: Buffer };

function toArrival({ headers }: IncomingMessage, { at, endpoint, body }: Read): Omit<Arrival, "status"> {
  serial += 1;
  return {
    kind: "arrival",
    serial,
    at,
    endpoint,
    webhookId: String(headers["webhook-id"]),
    timestamp: String(headers["webhook-timestamp"]),
    signature: String(headers["webhook-signature"]),
    body: createHash("sha256").update(body).digest("hex"),
  };
}

/** What the seed has in store for this request, the first of its event, the second and so on. */
function chooseAnswer(
  behaviour: Behaviour,
  { endpoint, webhookId }: { endpoint: string; webhookId: string },
) {
  const key = `${endpoint} ${webhookId}`;
  const times = (timesSeen.get(key) ?? 0) + 1;
  timesSeen.set(key, times);
  const isBad = shareOf(`${seed} fails ${key} ${times}`) < behaviour.badShare;
  const [low, high] = behaviour.delayMs;
  const delayMs = low + (high - low) * shareOf(`${seed} waits ${key} ${times}`);
  return { status: isBad ? behaviour.badStatus : 200, delayMs };
}
