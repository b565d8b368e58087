import { flushCompileCache } from "node:module";
import { tellNoted } from "#lib/changes/note.ts";
import { closeDatabases } from "#lib/db.ts";
import { egressProxyName } from "#lib/delivery/egress-proxy.ts";
import { watchFailingEndpoints } from "#lib/endpoints/watch-failing.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { indexPayloads } from "#lib/payload-index/fill.ts";
import { removeExpiredBlocks } from "#lib/payload-index/remove-expired.ts";
import { stopBoss, superviseQueues } from "#lib/queue/boss.ts";
import { keepRetention } from "#lib/retention.ts";
import { startTracing, stopTracing } from "#lib/start-tracing.ts";
import { rollUpStats } from "#lib/stats/roll-up.ts";
import { runAlerts } from "./alerts.ts";
import { every } from "./every.ts";
import { receiveForInboxes } from "./inboxes.ts";
import { Lanes } from "./lanes.ts";
import { listenForWakeUps } from "./listen.ts";
import { serveOperational } from "./operational.ts";
import { workQueues } from "./queue-jobs.ts";
import { sweep, wakeDueLanes } from "./sweep.ts";

const longestAttemptMs = 30_000;
const graceMs = 5_000;

await startTracing("worker");
await superviseQueues();
await keepRetention();
const inboxes = await receiveForInboxes();
const lanes = new Lanes({ inboxPort: inboxes.port });
const stopListening = listenForWakeUps({
  onWakeUp: (endpointIds) => lanes.add(endpointIds),
  onConnected: () => wakeDueLanes(lanes),
});
lanes.start();
await workQueues(lanes);
const stopSchedules = [
  every(5, "sweep", () => sweep(lanes)),
  every(1, "charts", rollUpStats),
  every(5, "payload index", indexPayloads),
  every(60, "failing endpoints", watchFailingEndpoints),
  every(3_600, "retention", keepRetention),
  every(3_600, "payload index retention", removeExpiredBlocks),
  runAlerts(),
];
const stopServing = await serveOperational(lanes);
const { workerConcurrency: concurrency, egressAllow, egressProxy } = env();
const proxy = egressProxy && egressProxyName(egressProxy);
log().info({ concurrency, egressAllow, egressProxy: proxy }, "worker ready");
// The next start is the faster for it, even if this process is killed.
flushCompileCache();

process.once("SIGTERM", stop);
process.once("SIGINT", stop);

/** Stops claiming, finishes what is in flight, gives everything back and exits 0. */
async function stop(): Promise<void> {
  log().info("worker stopping");
  setTimeout(() => process.exit(1), longestAttemptMs + graceMs).unref();
  await stopListening();
  await Promise.all(stopSchedules.map((stopSchedule) => stopSchedule()));
  await lanes.stop();
  await inboxes.close();
  await tellNoted();
  await stopServing();
  await stopBoss();
  await closeDatabases();
  await stopTracing();
  log().info("worker stopped");
  process.exit(0);
}
