import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "./fault.ts";

const tenMinutesMs = 600_000;

export const shiftClock: Fault = {
  name: "a worker's clock off by ten minutes",
  isOurs: false,
  async strike({ workers }, random) {
    const worker = random.pick(workers);
    const byMs = random.pick([tenMinutesMs, -tenMinutesMs]);
    worker.order({ order: "shift-clock", byMs });
    await delay(random.whole(2_000, 5_000));
    worker.order({ order: "shift-clock", byMs: 0 });
    return { detail: `${worker.name} by ${byMs / 60_000} min`, kills: 0, inFlight: 0 };
  },
};
