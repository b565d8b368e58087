import type { Pace } from "../processes/pace.ts";
import type { Rig } from "../rig/rig.ts";
import type { Stream } from "../rows/streams.ts";
import { type Costs, measureCosts } from "./costs.ts";
import { drained, settled } from "./drain.ts";
import { Loss, type Receipt, reconcile } from "./reconcile.ts";

export type Drive = {
  streams: Stream[];
  pace: Pace;
  connections?: number;
  /** Not measured. */
  warmMs?: number;
  forMs?: number;
  /** Leaves the worker frozen until all is accepted. */
  acceptsOnly?: boolean;
};

export type Driven = {
  /** Within the measured span. */
  acceptedPerSecond: number;
  deliveredPerSecond: number;
  /** Milliseconds from when a request was due to its answer, and to its receipt; of requests due in the measured span. */
  acceptMs: number[];
  receipts: Receipt[];
  costs: Costs;
  duplicates: number;
  refused: number;
};

/** Posts events as paced, waits until every one has arrived, compares id by id, and says what the measured span held. */
export async function drive(rig: Rig, wanted: Drive): Promise<Driven> {
  const { streams, pace, connections = 64, acceptsOnly = false } = wanted;
  const { warmMs = rig.scale.warmMs, forMs = rig.scale.measureMs } = wanted;
  await rig.receiver.ask("forget");
  if (acceptsOnly) rig.product.pauseWorker();
  const plan = {
    port: rig.product.port,
    receiverPort: rig.receiverPort,
    requests: streams,
    connections,
    pace,
  };
  const [load, costs] = await Promise.all([
    rig.load.ask("run", { ...plan, forMs: warmMs + forMs }),
    measureCosts(rig, { afterMs: warmMs, forMs }),
  ]).finally(() => acceptsOnly && rig.product.resumeWorker());
  const accepted = [...load.requests].map((request) => streams[request]);
  await drained(rig, sum(accepted.map((stream) => stream?.lanes.length ?? 0)));
  const reconciled = reconcile(load, await rig.receiver.ask("ledger"), streams);
  await rig.receiver.ask("release");
  await settled(rig);
  const expected = accepted.map((stream) => (stream?.lanes.length ?? 0) + (stream?.deadEndpoints ?? 0));
  await refuseMissingRows(rig, sum(expected));
  const isMeasured = (ms: number) => ms >= load.startMs + warmMs && ms < load.startMs + warmMs + forMs;
  const perSecond = (times: readonly number[]) => times.filter(isMeasured).length / (forMs / 1_000);
  return {
    acceptedPerSecond: perSecond([...load.ackedMs]),
    deliveredPerSecond: perSecond(reconciled.receipts.map((receipt) => receipt.receivedMs)),
    acceptMs: [...load.dueMs].flatMap((dueMs, at) =>
      isMeasured(dueMs) ? (load.ackedMs[at] ?? 0) - dueMs : [],
    ),
    receipts: reconciled.receipts.filter((receipt) => isMeasured(receipt.dueMs)),
    costs,
    duplicates: reconciled.duplicates,
    refused: sum(Object.values(load.refused)),
  };
}

/** Milliseconds from when each request was due to its receipt. */
export function endToEndMs(receipts: readonly Receipt[]): number[] {
  return receipts.map((receipt) => receipt.receivedMs - receipt.dueMs);
}

/** What goes to the dead cannot be counted at the receiver: its obligation must stand in the table. */
async function refuseMissingRows({ db }: Rig, expected: number): Promise<void> {
  const { rows } = await db.query<{ count: string }>("SELECT count(*) FROM deliveries");
  const found = Number(rows[0]?.count);
  if (found < expected) throw new Loss(`${expected} deliveries were promised, ${found} are in the table`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
