import { undiciLoop } from "./ceilings/l1-undici.ts";
import { loadAlone } from "./ceilings/l2-load.ts";
import { bareAccept } from "./ceilings/l3-bare-accept.ts";
import { postgresAlone } from "./ceilings/l4-postgres.ts";
import { bossAlone } from "./ceilings/l5-pg-boss.ts";
import { leanPipeline } from "./ceilings/l6-lean-pipeline.ts";
import type { Subject } from "./subject.ts";
import { accept } from "./workloads/w1-accept.ts";
import { endToEnd } from "./workloads/w2-end-to-end.ts";
import { idle } from "./workloads/w3-idle.ts";
import { slowReceivers } from "./workloads/w4-slow-receivers.ts";
import { noisyNeighbour } from "./workloads/w5-noisy-neighbour.ts";
import { manyEndpoints } from "./workloads/w6-many-endpoints.ts";
import { backlog, longBacklog } from "./workloads/w7-backlog.ts";
import { dashboard } from "./workloads/w8-dashboard.ts";
import { soak } from "./workloads/w9-soak.ts";

/** In the order of a block: each workload stands beside its ceilings. */
const all: readonly Subject[] = [
  bareAccept,
  accept,
  postgresAlone,
  loadAlone,
  leanPipeline,
  endToEnd,
  bossAlone,
  idle,
  slowReceivers,
  noisyNeighbour,
  manyEndpoints,
  undiciLoop,
  backlog,
  longBacklog,
  dashboard,
  soak,
];

export const subjectIds = all.map(({ id }) => id);

/** Those asked for by id, or the quick ones, or all; always with their ceilings. */
export function chooseSubjects({ only, isQuick }: { only: readonly string[]; isQuick: boolean }): Subject[] {
  const chosen = all.filter((subject) => {
    if (only.length > 0) return only.includes(subject.id);
    return subject.isQuick || !isQuick;
  });
  const wanted = new Set(chosen.flatMap(({ id, ceilings }) => [id, ...(only.length > 0 ? ceilings : [])]));
  return all.filter(({ id }) => wanted.has(id));
}
