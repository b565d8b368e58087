import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { flushCompileCache } from "node:module";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { adapterResponse } from "#lib/api/adapter-response.ts";
import { createApi } from "#lib/api/app.ts";
import { announceStop } from "#lib/api/readiness.ts";
import { endStreams } from "#lib/api/stream/end-streams.ts";
import { notePeer } from "#lib/client-address.ts";
import { closeDatabases } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { measurePage } from "#lib/measure-http.ts";
import { stopBoss } from "#lib/queue/boss.ts";
import { startTracing, stopTracing } from "#lib/start-tracing.ts";

const graceMs = 35_000;
const limits = {
  maxHeaderSize: 16_384,
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  // How often the two above are looked at; Node's own half minute would double them.
  connectionsCheckingInterval: 2_000,
  // Longer than a load balancer keeps its own end, so that it never writes to a connection we have just closed.
  keepAliveTimeout: 75_000,
};

const { port, nodeEnv, drainMs } = env();
await startTracing("web");
const isDevelopment = nodeEnv === "development";
const isForApi = /^\/(api\/v1(?=[/?]|$)|(healthz|readyz|metrics)(?=\?|$))/;
// Next extends the global Request: ours must not take its place.
const answerApi = getRequestListener(createApi(adapterResponse()).fetch, { overrideGlobalObjects: false });
const pages = next({ dev: isDevelopment, port });
await pages.prepare();
const answerPage = pages.getRequestHandler();

const server = createServer(limits, (request, response) => {
  notePeer(request);
  if (isForApi.test(request.url ?? "/")) return void answerApi(request, response);
  measurePage(request, response);
  return void answerPage(request, response);
});
if (isDevelopment) server.on("upgrade", pages.getUpgradeHandler());
server.listen(port);
await once(server, "listening");
log().info({ url: env().url, port }, "web ready");
// The next start is the faster for it, even if this process is killed.
flushCompileCache();

process.once("SIGTERM", stop);
process.once("SIGINT", stop);

/** Says that it stops, stops accepting, finishes what is in flight, closes what is open and exits 0. */
async function stop(): Promise<void> {
  log().info({ drainMs }, "web stopping");
  announceStop();
  await new Promise((resolve) => setTimeout(resolve, drainMs));
  await endStreams();
  await drain(server);
  await pages.close();
  await stopBoss();
  await closeDatabases();
  await stopTracing();
  log().info("web stopped");
  process.exit(0);
}

/** Resolves when every connection is over; those kept alive close after their answer, streams when the grace ends. */
async function drain(listening: Server): Promise<void> {
  const closed = once(listening, "close");
  listening.close();
  const closeIdle = setInterval(() => listening.closeIdleConnections(), 50);
  const closeAll = setTimeout(() => listening.closeAllConnections(), graceMs);
  await closed;
  clearInterval(closeIdle);
  clearTimeout(closeAll);
}
