import { nowMs } from "../clock.ts";
import { drained } from "../measure/drain.ts";
import { Loss } from "../measure/reconcile.ts";
import { windowEvents } from "../measure/sustain.ts";
import type { BareAcceptCommands } from "../processes/bare-accept.ts";
import type { BareWorkerCommands } from "../processes/bare-worker.ts";
import { Child } from "../processes/child.ts";
import type { Ledger } from "../processes/receiver.ts";
import { reset } from "../rig/reset.ts";
import type { Rig } from "../rig/rig.ts";
import { createBareTenant } from "../rows/bare-tenant.ts";
import { eventsPath } from "../rows/streams.ts";
import type { Subject } from "../subject.ts";

const concurrency = 128;

/** L3 with a worker that only claims, signs, sends with undici and settles: the most that this shape of pipeline sustains. */
export const leanPipeline: Subject = {
  id: "L6",
  title: "lean pipeline: L1 and L3 joined, no product code",
  kind: "ceiling",
  ceilings: [],
  isQuick: true,
  async prepare(rig) {
    const tenant = createBareTenant(rig);
    const accept = new Child<BareAcceptCommands>("bare-accept.ts");
    const worker = new Child<BareWorkerCommands>("bare-worker.ts");
    const port = await accept.ask("listen", tenant);
    return {
      async measure() {
        await reset(rig, rig.bareDb);
        const working = worker.ask("run", { tenant, concurrency });
        const value = await measurePipeline(rig, port).finally(() => worker.ask("stop"));
        await working;
        return [{ name: "delivered", value, unit: "perSecond" }];
      },
      stop: () => Promise.all([accept.stop(), worker.stop()]),
    };
  },
};

async function measurePipeline(rig: Rig, port: number): Promise<number> {
  const { warmMs, measureMs } = rig.scale;
  const startMs = nowMs();
  const result = await rig.load.ask("run", {
    port,
    receiverPort: rig.receiverPort,
    requests: [{ path: eventsPath, apiKey: "none", type: "bench.0" }],
    connections: 64,
    pace: { kind: "window", events: windowEvents, fanOut: 1 },
    forMs: warmMs + measureMs,
  });
  await drained(rig, result.requests.length);
  const ledger = await rig.receiver.ask("ledger");
  refuseLoss(result.ids, ledger);
  const fromMs = startMs + warmMs;
  return ledger.times.filter((ms) => ms >= fromMs && ms < fromMs + measureMs).length / (measureMs / 1_000);
}

function refuseLoss(ids: string, ledger: Ledger): void {
  const arrived = new Set(ledger.ids.split("\n"));
  const missing = ids.split("\n").filter((id) => id !== "" && !arrived.has(id));
  if (missing.length > 0) throw new Loss(`L6 lost ${missing.length} events, such as ${missing[0]}`);
}
