import type { Figure } from "../figure.ts";
import { costFigures } from "../measure/cost-figures.ts";
import { drive } from "../measure/drive.ts";
import { oddities } from "../measure/oddities.ts";
import { driveSustained } from "../measure/sustain.ts";
import { reset } from "../rig/reset.ts";
import type { Rig } from "../rig/rig.ts";
import { createStreams } from "../rows/streams.ts";
import { workload } from "../subject.ts";

/** A tenant with ten thousand endpoints: one event to all of them, then each event to one. */
export const manyEndpoints = workload(
  { id: "W6", title: "10,000 endpoints in a tenant", ceilings: [], isQuick: false },
  async (rig) => [...(await oneToAll(rig)), ...(await eachToOne(rig))],
);

async function oneToAll(rig: Rig): Promise<Figure[]> {
  const { manyEndpoints: endpoints, measureMs } = rig.scale;
  await reset(rig, rig.db);
  const { streams } = await createStreams(rig, { endpoints, fanOut: endpoints });
  // A rate of one in the whole span is a single event, due at its start.
  const pace = { kind: "rate" as const, perSecond: 1_000 / measureMs };
  const driven = await drive(rig, { streams, pace, warmMs: 0 });
  const times = driven.receipts.map((receipt) => receipt.receivedMs - receipt.dueMs);
  const lastMs = times.reduce((last, ms) => Math.max(last, ms), 0);
  return [
    { name: "one to all, last receipt", value: lastMs, unit: "milliseconds" },
    { name: "one to all, delivered", value: (endpoints / lastMs) * 1_000, unit: "perSecond" },
    ...oddities("one to all", driven),
  ];
}

async function eachToOne(rig: Rig): Promise<Figure[]> {
  await reset(rig, rig.db);
  const { streams } = await createStreams(rig, { endpoints: rig.scale.manyEndpoints });
  const driven = await driveSustained(rig, streams, 1);
  const { costs, deliveredPerSecond } = driven;
  return [
    { name: "each to one, sustained", value: deliveredPerSecond, unit: "perSecond" },
    ...costFigures(costs, { of: costs.received, each: "delivery" }).map((figure) => ({
      ...figure,
      name: `each to one, ${figure.name}`,
    })),
    ...oddities("each to one", driven),
  ];
}
