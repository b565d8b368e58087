import { latencyFigures } from "../measure/latency-figures.ts";
import type { Rig } from "../rig/rig.ts";
import { createStreams, type Stream } from "../rows/streams.ts";
import { workload } from "../subject.ts";
import { compareFigures, measureHealthy, type Neighbourhood } from "./compare-p99.ts";

const endpoints = 100;
const slowEndpoints = 10;

/** Every tenth receiver takes two seconds to answer; the others should not notice. */
export const slowReceivers = workload(
  { id: "W4", title: "10 % of receivers at 2 s", ceilings: [], isQuick: false },
  async (rig) => {
    const without = await measureHealthy(rig, () => create(rig, 0));
    const trouble = await measureHealthy(rig, () => create(rig, slowEndpoints));
    return [
      ...latencyFigures("without, healthy receipt", without.healthyMs),
      ...compareFigures("slow receivers", trouble, without.healthyMs),
    ];
  },
);

async function create(rig: Rig, slow: number): Promise<Neighbourhood> {
  const behaviourOf = (position: number) => (position < slow ? "slow" : "ok");
  const { streams } = await createStreams(rig, { endpoints, behaviourOf });
  const watched = new Set<Stream>(streams.slice(slowEndpoints));
  return { streams, isHealthy: (stream) => watched.has(stream) };
}
