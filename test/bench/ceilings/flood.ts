import type { EventRequest } from "../processes/event-request.ts";
import type { LoadResult } from "../processes/load.ts";
import type { Rig } from "../rig/rig.ts";

export const floodConnections = 100;

/** Posts to `port` as fast as a hundred connections allow; answers requests acknowledged a second after the warm-up. */
export async function flood(rig: Rig, port: number, request: EventRequest) {
  const { warmMs, measureMs } = rig.scale;
  const result = await rig.load.ask("run", {
    port,
    receiverPort: rig.receiverPort,
    requests: [request],
    connections: floodConnections,
    pace: { kind: "flood" },
    forMs: warmMs + measureMs,
  });
  return { perSecond: acksPerSecond(result, rig), result };
}

function acksPerSecond({ ackedMs, startMs }: LoadResult, { scale }: Rig): number {
  const fromMs = startMs + scale.warmMs;
  const counted = ackedMs.filter((ms) => ms >= fromMs && ms < fromMs + scale.measureMs);
  return counted.length / (scale.measureMs / 1_000);
}
