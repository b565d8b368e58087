import { drive, endToEndMs } from "../measure/drive.ts";
import { latencyFigures } from "../measure/latency-figures.ts";
import { oddities } from "../measure/oddities.ts";
import { reset } from "../rig/reset.ts";
import { createStreams } from "../rows/streams.ts";
import { workload } from "../subject.ts";

/** One event at a time on a machine with nothing else to do: the shortest way from the producer to the receiver. */
export const idle = workload(
  { id: "W3", title: "idle latency, one event a second", ceilings: [], isQuick: true },
  async (rig) => {
    const { idleSeconds, idlePerSecond } = rig.scale;
    await reset(rig, rig.db);
    const { streams } = await createStreams(rig, { endpoints: 10 });
    const driven = await drive(rig, {
      streams,
      pace: { kind: "rate", perSecond: idlePerSecond },
      forMs: idleSeconds * 1_000,
    });
    return [
      ...latencyFigures("receipt", endToEndMs(driven.receipts)),
      ...latencyFigures("answer", driven.acceptMs),
      ...oddities("idle", driven),
    ];
  },
);
