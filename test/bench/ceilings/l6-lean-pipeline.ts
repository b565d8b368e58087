import type { Figure } from "../figure.ts";
import { costFigures } from "../measure/cost-figures.ts";
import { measureCosts, type Processes } from "../measure/costs.ts";
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
        const processes = { webPid: accept.pid, workerPid: worker.pid };
        const figures = await measurePipeline(rig, port, processes).finally(() => worker.ask("stop"));
        await working;
        return figures;
      },
      stop: () => Promise.all([accept.stop(), worker.stop()]),
    };
  },
};

async function measurePipeline(rig: Rig, port: number, processes: Processes): Promise<Figure[]> {
  const { warmMs, measureMs } = rig.scale;
  const plan = {
    port,
    receiverPort: rig.receiverPort,
    requests: [{ path: eventsPath, apiKey: "none", type: "bench.0" }],
    connections: 64,
    pace: { kind: "window" as const, events: windowEvents, fanOut: 1 },
    forMs: warmMs + measureMs,
  };
  const [result, costs] = await Promise.all([
    rig.load.ask("run", plan),
    measureCosts(rig, { afterMs: warmMs, forMs: measureMs, processes }),
  ]);
  await drained(rig, result.requests.length);
  const ledger = await rig.receiver.ask("ledger");
  refuseLoss(result.ids, ledger);
  const fromMs = result.startMs + warmMs;
  const delivered = ledger.times.filter((ms) => ms >= fromMs && ms < fromMs + measureMs).length;
  return [
    { name: "delivered", value: delivered / (measureMs / 1_000), unit: "perSecond" },
    ...costFigures(costs, { of: costs.received, each: "delivery" }),
  ];
}

function refuseLoss(ids: string, ledger: Ledger): void {
  const arrived = new Set(ledger.ids.split("\n"));
  const missing = ids.split("\n").filter((id) => id !== "" && !arrived.has(id));
  if (missing.length > 0) throw new Loss(`L6 lost ${missing.length} events, such as ${missing[0]}`);
}
