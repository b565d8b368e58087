import type { Scene } from "../scene/scene.ts";
import type { Fault, Struck } from "./fault.ts";

export const killPostgres: Fault = {
  name: "kill -9 of Postgres",
  isOurs: true,
  strike: (scene) => crashPostgres(scene, { signal: "SIGKILL", times: 1 }),
};

export const restartPostgres: Fault = {
  name: "three immediate restarts of Postgres",
  isOurs: true,
  strike: (scene) => crashPostgres(scene, { signal: "SIGQUIT", times: 3 }),
};

/** The plug of the whole machine: Postgres and every process at once. */
export const cutPower: Fault = {
  name: "kill -9 of everything at once",
  isOurs: true,
  async strike({ monitor, postgres, webs, workers }) {
    const inFlight = await monitor.inFlight();
    const members = [...webs, ...workers];
    await Promise.all([postgres.crash("SIGKILL"), ...members.map((member) => member.kill())]);
    await postgres.start();
    await Promise.all(members.map((member) => member.start()));
    return { detail: "", kills: members.length + 1, inFlight };
  },
};

type Crash = { signal: "SIGKILL" | "SIGQUIT"; times: number };

async function crashPostgres({ monitor, postgres }: Scene, { signal, times }: Crash): Promise<Struck> {
  let inFlight = 0;
  for (let time = 0; time < times; time += 1) {
    inFlight += await monitor.inFlight();
    await postgres.crash(signal);
    await postgres.start();
  }
  return { detail: signal, kills: times, inFlight };
}
