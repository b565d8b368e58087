import type { BareInserterCommands } from "../processes/bare-inserter.ts";
import { Child } from "../processes/child.ts";
import { reset } from "../rig/reset.ts";
import { createBareTenant } from "../rows/bare-tenant.ts";
import type { Subject } from "../subject.ts";

const connections = 2;
const batch = 500;

/** The most that Postgres stores of the same rows: batches of 500, each durable, back to back on two connections. */
export const postgresAlone: Subject = {
  id: "L4",
  title: "Postgres alone, the same batched statements",
  kind: "ceiling",
  ceilings: [],
  isQuick: true,
  async prepare(rig) {
    const inserter = new Child<BareInserterCommands>("bare-inserter.ts");
    const { warmMs, measureMs: forMs } = rig.scale;
    const plan = { tenant: createBareTenant(rig), connections, batch, warmMs, forMs };
    return {
      async measure() {
        await reset(rig, rig.bareDb);
        return [{ name: "stored", value: await inserter.ask("run", plan), unit: "perSecond" }];
      },
      stop: () => inserter.stop(),
    };
  },
};
