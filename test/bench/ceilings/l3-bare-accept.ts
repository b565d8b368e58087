import { costFigures } from "../measure/cost-figures.ts";
import { Loss } from "../measure/reconcile.ts";
import type { BareAcceptCommands } from "../processes/bare-accept.ts";
import { Child } from "../processes/child.ts";
import { reset } from "../rig/reset.ts";
import { createBareTenant } from "../rows/bare-tenant.ts";
import { eventsPath } from "../rows/streams.ts";
import type { Subject } from "../subject.ts";
import { flood } from "./flood.ts";

/** The most that node:http accepts when each event and its delivery become durable in batches, and nothing else is done. */
export const bareAccept: Subject = {
  id: "L3",
  title: "bare node:http + batched durable insert of the same rows",
  kind: "ceiling",
  ceilings: [],
  isQuick: true,
  async prepare(rig) {
    const server = new Child<BareAcceptCommands>("bare-accept.ts");
    const port = await server.ask("listen", createBareTenant(rig));
    return {
      async measure() {
        await reset(rig, rig.bareDb);
        const request = { path: eventsPath, apiKey: "none", type: "bench.0" };
        const processes = { webPid: server.pid };
        const { perSecond, result, costs } = await flood(rig, { port, request, processes });
        const { rows } = await rig.bareDb.query<{ count: string }>("SELECT count(*) FROM deliveries");
        if (Number(rows[0]?.count) < result.requests.length) throw new Loss("L3 lost events");
        const of = perSecond * (costs.atMs / 1_000);
        return [
          { name: "accepted", value: perSecond, unit: "perSecond" },
          ...costFigures(costs, { of, each: "event" }),
        ];
      },
      stop: () => server.stop(),
    };
  },
};
