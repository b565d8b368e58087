import type { Figure } from "../figure.ts";
import { costFigures } from "../measure/cost-figures.ts";
import { type Driven, drive } from "../measure/drive.ts";
import { latencyFigures } from "../measure/latency-figures.ts";
import { oddities } from "../measure/oddities.ts";
import { reset } from "../rig/reset.ts";
import type { Rig } from "../rig/rig.ts";
import { createStreams, eventsPath, type Stream } from "../rows/streams.ts";
import { workload } from "../subject.ts";

const batch = 100;

/** Acceptance alone: the worker is frozen meanwhile, then delivers everything so that each id can be checked. */
export const accept = workload(
  { id: "W1", title: "accept only", ceilings: ["L2", "L3", "L4"], isQuick: true },
  async (rig) => {
    const figures: Figure[] = [];
    for (const connections of rig.scale.acceptConnections) {
      const name = `single, ${connections} connections`;
      figures.push(...toFigures(name, await acceptAlone(rig, (stream) => stream, connections)));
    }
    const connections = rig.scale.acceptConnections.at(-1) ?? 1;
    const batched = (stream: Stream) => ({ ...stream, path: `${eventsPath}/batch`, batch });
    return [...figures, ...toFigures(`batch of ${batch}`, await acceptAlone(rig, batched, connections / 10))];
  },
);

async function acceptAlone(rig: Rig, shape: (stream: Stream) => Stream, connections: number) {
  await reset(rig, rig.db);
  const { streams } = await createStreams(rig, { endpoints: 100 });
  const flood = { kind: "flood" as const };
  return drive(rig, {
    streams: streams.map(shape),
    pace: flood,
    connections,
    acceptsOnly: true,
    ...rig.scale.accept,
  });
}

function toFigures(name: string, driven: Driven): Figure[] {
  const { costs, acceptedPerSecond, acceptMs } = driven;
  const accepted = acceptedPerSecond * (costs.atMs / 1_000);
  return [
    { name, value: acceptedPerSecond, unit: "perSecond" },
    ...latencyFigures(`${name}, answer`, acceptMs),
    ...costFigures(costs, { of: accepted, each: "event" }).map((figure) => ({
      ...figure,
      name: `${name}, ${figure.name}`,
    })),
    ...oddities(name, driven),
  ];
}
