import type { BossLoopCommands } from "../processes/boss-loop.ts";
import { Child } from "../processes/child.ts";
import type { Subject } from "../subject.ts";

const batch = 500;

/** The jobs a second that pg-boss alone inserts, fetches and deletes in batches of 500. */
export const bossAlone: Subject = {
  id: "L5",
  title: "pg-boss alone, batches of 500",
  kind: "ceiling",
  ceilings: [],
  isQuick: false,
  async prepare({ bareUrl, scale }) {
    const loop = new Child<BossLoopCommands>("boss-loop.ts");
    const plan = { databaseUrl: bareUrl, batch, warmMs: scale.warmMs, forMs: scale.measureMs };
    return {
      measure: async () => [{ name: "jobs", value: await loop.ask("run", plan), unit: "perSecond" }],
      stop: () => loop.stop(),
    };
  },
};
