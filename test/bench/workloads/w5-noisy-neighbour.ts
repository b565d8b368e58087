import type { Figure } from "../figure.ts";
import { latencyFigures } from "../measure/latency-figures.ts";
import type { Rig } from "../rig/rig.ts";
import { type Behaviour, createStreams, type Stream } from "../rows/streams.ts";
import { workload } from "../subject.ts";
import { compareFigures, measureHealthy, type Neighbourhood } from "./compare-p99.ts";

const endpoints = 100;
const tenants = 10;

/** One endpoint of a hundred is dead, each way of being dead by itself; then one tenant of ten sends nine tenths. */
export const noisyNeighbour = workload(
  { id: "W5", title: "noisy neighbour", ceilings: [], isQuick: true },
  async (rig) => {
    const without = await measureHealthy(rig, () => oneDead(rig, "ok"));
    const figures: Figure[] = latencyFigures("without, healthy receipt", without.healthyMs);
    for (const neighbour of rig.scale.neighbours) {
      if (neighbour === "greedy tenant") figures.push(...(await measureGreed(rig)));
      else {
        const trouble = await measureHealthy(rig, () => oneDead(rig, neighbour));
        figures.push(...compareFigures(`dead: ${neighbour}`, trouble, without.healthyMs));
      }
    }
    return figures;
  },
);

async function oneDead(rig: Rig, behaviour: Behaviour): Promise<Neighbourhood> {
  const behaviourOf = (position: number) => (position === 0 ? behaviour : "ok");
  const { streams } = await createStreams(rig, { endpoints, behaviourOf });
  const [dead] = streams;
  return { streams, isHealthy: (stream) => stream !== dead };
}

/** The same volume twice, so that only its distribution differs: even over ten tenants, then nine tenths from one of them. */
async function measureGreed(rig: Rig): Promise<Figure[]> {
  const even = await measureHealthy(rig, () => manyTenants(rig, 1));
  const greedy = await measureHealthy(rig, () => manyTenants(rig, (tenants - 1) * 9));
  return compareFigures("greedy tenant", greedy, even.healthyMs);
}

/** One tenant sends `shares` events for each that another sends. */
async function manyTenants(rig: Rig, shares: number): Promise<Neighbourhood> {
  const created: Stream[][] = [];
  for (let tenant = 0; tenant < tenants; tenant += 1) {
    created.push((await createStreams(rig, { endpoints: endpoints / tenants })).streams);
  }
  const [greedy = [], ...others] = created;
  const modest = others.flat();
  const rounds = shares * greedy.length;
  const spread = Array.from({ length: rounds }, (_, turn) => greedy[turn % greedy.length]);
  const everyTurns = rounds / modest.length;
  const streams = modest.flatMap((stream, turn) => [
    stream,
    ...spread.slice(Math.round(turn * everyTurns), Math.round((turn + 1) * everyTurns)),
  ]);
  const watched = new Set(modest);
  return {
    streams: streams.filter((stream) => stream !== undefined),
    isHealthy: (stream) => watched.has(stream),
  };
}
