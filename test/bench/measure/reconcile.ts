import type { LoadResult } from "../processes/load.ts";
import type { Ledger } from "../processes/receiver.ts";
import type { Stream } from "../rows/streams.ts";

/** An acknowledged event that did not arrive: the run that lost it has no figure. */
export class Loss extends Error {}

/** One receipt of an acknowledged event, times on the bench's clock. */
export type Receipt = { stream: number; lane: number; dueMs: number; ackedMs: number; receivedMs: number };

export type Reconciled = {
  events: number;
  receipts: Receipt[];
  /** Requests beyond the first of a delivery. */
  duplicates: number;
  /** Requests whose event was never acknowledged. */
  unacknowledged: number;
};

/** Compares what was acknowledged with what arrived, id by id and lane by lane; throws a Loss that names what is missing. */
export function reconcile(load: LoadResult, ledger: Ledger, streams: readonly Stream[]): Reconciled {
  const ids = load.ids === "" ? [] : load.ids.split("\n");
  const positions = new Map(ids.map((id, position) => [id, position]));
  const awaited = new Map(ids.map((id, position) => [id, lanesOf(streams, load.requests[position])]));
  const receipts: Receipt[] = [];
  let [duplicates, unacknowledged] = [0, 0];
  const arrived = ledger.ids === "" ? [] : ledger.ids.split("\n");
  for (const [index, id] of arrived.entries()) {
    const position = positions.get(id);
    const lane = ledger.lanes[index] ?? -1;
    if (position === undefined) unacknowledged += 1;
    else if (!awaited.get(id)?.delete(lane)) duplicates += 1;
    else receipts.push(receiptOf(load, position, { lane, receivedMs: ledger.times[index] ?? Number.NaN }));
  }
  refuseLoss(awaited);
  return { events: ids.length, receipts, duplicates, unacknowledged };
}

function lanesOf(streams: readonly Stream[], stream: number | undefined): Set<number> {
  return new Set(streams[stream ?? -1]?.lanes);
}

function receiptOf(load: LoadResult, position: number, got: { lane: number; receivedMs: number }): Receipt {
  return {
    ...got,
    stream: load.requests[position] ?? -1,
    dueMs: load.dueMs[position] ?? Number.NaN,
    ackedMs: load.ackedMs[position] ?? Number.NaN,
  };
}

function refuseLoss(awaited: ReadonlyMap<string, Set<number>>): void {
  const missing = [...awaited].filter(([, lanes]) => lanes.size > 0);
  if (missing.length === 0) return;
  const named = missing
    .slice(0, 5)
    .map(([id, lanes]) => `${id} at lane ${[...lanes].slice(0, 3).join(", ")}`);
  throw new Loss(`${missing.length} acknowledged events did not arrive: ${named.join("; ")}`);
}
