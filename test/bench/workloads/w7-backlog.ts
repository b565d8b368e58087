import { toPublicId } from "#lib/ids.ts";
import type { Figure } from "../figure.ts";
import { drained, settled } from "../measure/drain.ts";
import { latencyFigures } from "../measure/latency-figures.ts";
import { Loss, reconcile } from "../measure/reconcile.ts";
import { sampled } from "../measure/sampled.ts";
import type { Ledger } from "../processes/receiver.ts";
import { reset } from "../rig/reset.ts";
import type { Rig } from "../rig/rig.ts";
import { insertBacklog } from "../rows/backlog.ts";
import { createStreams, type Stream } from "../rows/streams.ts";
import { workload } from "../subject.ts";

const inFlight = 128;
const longestMs = 3_600_000;

/** A long backlog waits on one endpoint: how fast it drains all the way, and what a healthy endpoint feels of it. */
export const backlog = workload(
  { id: "W7", title: "backlog on one endpoint", ceilings: ["L1"], isQuick: true },
  (rig) => measureBacklog(rig, rig.scale.backlog),
);

/** The same with ten times as much, which drains for minutes. */
export const longBacklog = workload(
  { id: "W7L", title: "long backlog on one endpoint", ceilings: ["L1"], isQuick: false, isOnce: true },
  (rig) => measureBacklog(rig, rig.scale.longBacklog),
);

async function measureBacklog(rig: Rig, size: number): Promise<Figure[]> {
  const name = `backlog of ${size.toLocaleString("en-GB")}`;
  await reset(rig, rig.db);
  const settings = { maxInFlight: inFlight, state: "paused" as const };
  const behind = await createStreams(rig, { endpoints: 1, settings });
  const healthy = await createStreams(rig, { endpoints: 1 });
  await insertBacklog(rig.db, behind.tenant, size);
  await rig.db.query("CHECKPOINT");
  const { rows: waiting } = await rig.db.query<{ id: string }>("SELECT id FROM events");

  const trickle = postEverySecond(rig, healthy.streams);
  const stopSampling = sampled(() => countJobs(rig));
  await rig.db.query("UPDATE endpoints SET state = 'enabled' WHERE id = $1", behind.tenant.endpointIds);
  await drained(rig, size);
  await rig.load.ask("stop");
  const load = await trickle;
  const jobs = await stopSampling();
  await drained(rig, size + load.requests.length);
  const ledger = await rig.receiver.ask("ledger");
  const { receipts } = reconcile(load, ledger, healthy.streams);
  const times = timesOf(ledger, new Set(waiting.map(({ id }) => toPublicId("event", id))));
  await settled(rig);
  return [
    ...drainFigures(name, times),
    ...latencyFigures(
      `${name}, healthy receipt`,
      receipts.map((receipt) => receipt.receivedMs - receipt.dueMs),
    ),
    { name: `${name}, most queue jobs`, value: Math.max(...jobs), unit: "count" },
  ];
}

function postEverySecond(rig: Rig, streams: Stream[]) {
  return rig.load.ask("run", {
    port: rig.product.port,
    receiverPort: rig.receiverPort,
    requests: streams,
    connections: 4,
    pace: { kind: "rate", perSecond: 1 },
    forMs: longestMs,
  });
}

async function countJobs({ db }: Rig): Promise<number> {
  const { rows } = await db.query<{ count: string }>("SELECT count(*) FROM pgboss.job");
  return Number(rows[0]?.count);
}

/** When each event of the backlog arrived first, in that order; throws a Loss when one did not. */
function timesOf(ledger: Ledger, awaited: Set<string>): number[] {
  const times: number[] = [];
  for (const [index, id] of ledger.ids.split("\n").entries()) {
    if (awaited.delete(id)) times.push(ledger.times[index] ?? Number.NaN);
  }
  if (awaited.size > 0) throw new Loss(`${awaited.size} events of the backlog did not arrive`);
  return times.sort((a, b) => a - b);
}

/** Rates over the tenth after the first twentieth, the tenth in the middle and the one before the last twentieth. */
function drainFigures(name: string, times: readonly number[]): Figure[] {
  const rate = (from: number, to: number) => {
    const [first, last] = [Math.floor(times.length * from), Math.ceil(times.length * to) - 1];
    return ((last - first) * 1_000) / ((times[last] ?? 0) - (times[first] ?? 0));
  };
  const [start, middle, end] = [rate(0.05, 0.15), rate(0.45, 0.55), rate(0.85, 0.95)];
  return [
    { name: `${name}, drain at start`, value: start, unit: "perSecond" },
    { name: `${name}, drain in the middle`, value: middle, unit: "perSecond" },
    { name: `${name}, drain at end`, value: end, unit: "perSecond" },
    { name: `${name}, end ÷ start`, value: end / start, unit: "share" },
  ];
}
