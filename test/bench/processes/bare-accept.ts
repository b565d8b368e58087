import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type BareEvent, type BareTenant, bareId, bareName, barePool, insertBare } from "./bare-rows.ts";
import { createBatcher } from "./batcher.ts";
import { serve } from "./serve.ts";

const maxBatch = 500;

const commands = {
  /** Listens for events of this tenant on the port answered. */
  async listen(tenant: BareTenant): Promise<number> {
    const pool = barePool(tenant.databaseUrl, 1);
    const store = createBatcher<BareEvent>((events) => insertBare(pool, tenant, events), maxBatch);
    const server = createServer((request, response) => void accept(request, response, store));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  },
};
export type BareAcceptCommands = typeof commands;
serve(commands);

type Store = (event: BareEvent) => Promise<void>;

async function accept(request: IncomingMessage, response: ServerResponse, store: Store): Promise<void> {
  const posted = JSON.parse((await buffer(request)).toString()) as { type: string; data: unknown };
  const event = { id: bareId(), type: posted.type, data: JSON.stringify(posted.data) };
  const status = await store(event).then(
    () => 202,
    () => 503,
  );
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ id: bareName(event.id), type: event.type }));
}
