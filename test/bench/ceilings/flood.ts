import { type Costs, measureCosts, type Processes } from "../measure/costs.ts";
import type { EventRequest } from "../processes/event-request.ts";
import type { LoadResult } from "../processes/load.ts";
import type { Rig } from "../rig/rig.ts";

const connections = 100;

type Flood = { port: number; request: EventRequest; processes: Processes };
type Flooded = { perSecond: number; result: LoadResult; costs: Costs };

/** Posts as fast as a hundred connections allow; answers the requests acknowledged a second after the warm-up, and their cost. */
export async function flood(rig: Rig, { port, request, processes }: Flood): Promise<Flooded> {
  const { warmMs, measureMs } = rig.scale;
  const plan = {
    port,
    receiverPort: rig.receiverPort,
    requests: [request],
    connections,
    pace: { kind: "flood" as const },
    forMs: warmMs + measureMs,
  };
  const [result, costs] = await Promise.all([
    rig.load.ask("run", plan),
    measureCosts(rig, { afterMs: warmMs, forMs: measureMs, processes }),
  ]);
  return { perSecond: acksPerSecond(result, rig), result, costs };
}

function acksPerSecond({ ackedMs, startMs }: LoadResult, { scale }: Rig): number {
  const fromMs = startMs + scale.warmMs;
  const counted = ackedMs.filter((ms) => ms >= fromMs && ms < fromMs + scale.measureMs);
  return counted.length / (scale.measureMs / 1_000);
}
