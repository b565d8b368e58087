import { setTimeout as delay } from "node:timers/promises";
import type { Member } from "../processes/member.ts";
import type { Scene } from "../scene/scene.ts";
import type { Fault } from "./fault.ts";

/** As a deployment does: one process after the other, with deliveries in flight. Costs nothing and sends nothing twice. */
export const rollingRestart: Fault = {
  name: "a rolling restart",
  isOurs: false,
  async strike(scene) {
    const members = [...scene.workers, ...scene.webs];
    for (const member of members) await restart(scene, member);
    return { detail: members.map((member) => member.name).join(", "), kills: 0, inFlight: 0 };
  },
};

export const moreWorkers: Fault = {
  name: "four workers at once",
  isOurs: false,
  async strike({ spares, journal }) {
    await Promise.all(spares.map((worker) => worker.start()));
    await delay(crowdedMs);
    await Promise.all(spares.map((worker) => stop({ journal }, worker)));
    return { detail: "", kills: 0, inFlight: 0 };
  },
};

const crowdedMs = 3_000;

async function restart(scene: Scene, member: Member): Promise<void> {
  await stop(scene, member);
  await member.start();
}

/** A process that is asked to stop finishes what it has in hand and ends with 0. */
export async function stop({ journal }: Pick<Scene, "journal">, member: Member): Promise<void> {
  const code = await member.stop();
  if (code !== 0) journal.surprise(`${member.name} was asked to stop and ended with ${code}`);
}
