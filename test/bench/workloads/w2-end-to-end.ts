import type { Figure } from "../figure.ts";
import { connectionFigure, costFigures } from "../measure/cost-figures.ts";
import { drive, endToEndMs } from "../measure/drive.ts";
import { latencyFigures } from "../measure/latency-figures.ts";
import { memoryMb } from "../measure/memory.ts";
import { oddities } from "../measure/oddities.ts";
import { driveSustained } from "../measure/sustain.ts";
import { reset } from "../rig/reset.ts";
import type { Rig } from "../rig/rig.ts";
import { createStreams } from "../rows/streams.ts";
import { workload } from "../subject.ts";

/** Accept and deliver at once: what is sustained, what it costs, and how long events take at parts of it. */
export const endToEnd = workload(
  { id: "W2", title: "end to end", ceilings: ["L1", "L2", "L5", "L6"], isQuick: true },
  async (rig) => {
    const figures: Figure[] = [];
    for (const fanOut of rig.scale.fanOuts) figures.push(...(await measureFanOut(rig, fanOut)));
    return figures;
  },
);

async function measureFanOut(rig: Rig, fanOut: number): Promise<Figure[]> {
  const name = `fan-out ${fanOut}`;
  await reset(rig, rig.db);
  const { streams } = await createStreams(rig, { endpoints: 100, fanOut });
  const driven = await driveSustained(rig, streams, fanOut);
  const { deliveredPerSecond, costs } = driven;
  if (fanOut === 1) rig.sustained = deliveredPerSecond;
  const memory = await memoryMb(rig);
  const named = (figure: Figure): Figure => ({ ...figure, name: `${name}, ${figure.name}` });
  const figures: Figure[] = [
    { name: `${name}, sustained`, value: deliveredPerSecond, unit: "perSecond" },
    ...costFigures(costs, { of: costs.received, each: "delivery" }).map(named),
    named(connectionFigure(costs)),
    { name: `${name}, web memory`, value: memory.web, unit: "megabytes" },
    { name: `${name}, worker memory`, value: memory.worker, unit: "megabytes" },
    ...oddities(name, driven),
  ];
  for (const load of rig.scale.loads) {
    figures.push(
      ...(await measureLoad(rig, { load, fanOut, eventsPerSecond: (deliveredPerSecond * load) / fanOut })),
    );
  }
  return figures;
}

type AtLoad = { load: number; fanOut: number; eventsPerSecond: number };

async function measureLoad(rig: Rig, { load, fanOut, eventsPerSecond }: AtLoad): Promise<Figure[]> {
  const name = `fan-out ${fanOut} at ${load * 100} %`;
  await reset(rig, rig.db);
  const { streams } = await createStreams(rig, { endpoints: 100, fanOut });
  const driven = await drive(rig, { streams, pace: { kind: "rate", perSecond: eventsPerSecond } });
  const kept = driven.deliveredPerSecond / (eventsPerSecond * fanOut);
  return [
    ...latencyFigures(`${name}, receipt`, endToEndMs(driven.receipts)),
    ...latencyFigures(`${name}, answer`, driven.acceptMs),
    { name: `${name}, delivered of due`, value: kept, unit: "share" },
    ...oddities(name, driven),
  ];
}
