import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { answerInbox } from "#lib/inbox/answer.ts";

export type InboxReceiver = { port: number; close: () => Promise<void> };

/**
 * Receives what this worker delivers to test inboxes, over real HTTP on a free port of 127.0.0.1: the inbox works
 * wherever the web runs, and the egress guard stays shut for everything else.
 */
export async function receiveForInboxes(): Promise<InboxReceiver> {
  const listener = getRequestListener((request) => answerInbox(request, "worker"), {
    overrideGlobalObjects: false,
  });
  const server = createServer((request, response) => void listener(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server at a port, not at a pipe, has such an address.
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return { port, close };
}
