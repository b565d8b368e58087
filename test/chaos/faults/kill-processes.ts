import type { Member } from "../processes/member.ts";
import type { Scene } from "../scene/scene.ts";
import type { Fault, Struck } from "./fault.ts";

export const killWorker: Fault = {
  name: "kill -9 of a worker",
  isOurs: true,
  strike: (scene, random) => killAll(scene, [random.pick(scene.workers)]),
};

export const killWorkers: Fault = {
  name: "kill -9 of all workers",
  isOurs: true,
  strike: (scene) => killAll(scene, scene.workers),
};

export const killWeb: Fault = {
  name: "kill -9 of a web",
  isOurs: true,
  strike: (scene, random) => killAll(scene, [random.pick(scene.webs)]),
};

export const killWebs: Fault = {
  name: "kill -9 of all webs",
  isOurs: true,
  strike: (scene) => killAll(scene, scene.webs),
};

async function killAll({ monitor }: Scene, members: readonly Member[]): Promise<Struck> {
  await Promise.all(members.map((member) => member.kill()));
  const inFlight = await monitor.inFlight();
  await Promise.all(members.map((member) => member.start()));
  return { detail: members.map((member) => member.name).join(", "), kills: members.length, inFlight };
}
