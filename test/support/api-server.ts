import { once } from "node:events";
import { Agent, createServer, request as httpRequest, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { getRequestListener } from "@hono/node-server";
import { adapterResponse } from "#lib/api/adapter-response.ts";
import { createApi } from "#lib/api/app.ts";
import type { RawAnswer } from "./described-answer.ts";

export type RawRequest = { method: string; path: string; headers: Record<string, string>; body?: Uint8Array };

export type ApiServer = {
  port: number;
  /** Sends a request below `/api/v1` as it is. */
  send: (request: RawRequest) => Promise<RawAnswer>;
  close: () => Promise<void>;
};

/** The API of this process on a loopback port, so that requests which no client would build can reach it. */
export async function serveApi(): Promise<ApiServer> {
  const answer = getRequestListener(createApi(adapterResponse()).fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const close = async () => {
    agent.destroy();
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return { port, send: (request) => send(request, { port, agent }), close };
}

async function send({ method, path, headers, body }: RawRequest, connection: { port: number; agent: Agent }) {
  const sent = httpRequest({ ...connection, host: "127.0.0.1", method, path: `/api/v1${path}`, headers });
  sent.end(body);
  const [response] = await once(sent, "response");
  const answered = new Headers();
  for (const [name, value] of Object.entries(response.headers)) answered.set(name, String(value));
  return { status: response.statusCode ?? 0, headers: answered, text: await textOf(response) };
}

/** A stream does not end by itself: what it says first is enough. */
async function textOf(response: IncomingMessage): Promise<string> {
  if (response.headers["content-type"] !== "text/event-stream") return text(response);
  const [first] = await once(response, "data");
  response.destroy();
  return String(first);
}
