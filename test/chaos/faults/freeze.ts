import { setTimeout as delay } from "node:timers/promises";
import { leaseMs } from "../scene/members.ts";
import type { Fault } from "./fault.ts";

/** Longer than a lease: others have taken over what it was sending when it wakes up. */
const frozenMs = leaseMs + 2_500;

export const freezeWorker: Fault = {
  name: "SIGSTOP of a worker past its lease",
  isOurs: true,
  isStandstill: true,
  async strike({ workers, monitor }, random) {
    const worker = random.pick(workers);
    worker.signal("SIGSTOP");
    const inFlight = await monitor.inFlight();
    await delay(frozenMs);
    worker.signal("SIGCONT");
    return { detail: worker.name, kills: 0, inFlight };
  },
};

export const stallEventLoop: Fault = {
  name: "a stalled event loop",
  isOurs: true,
  isStandstill: true,
  async strike({ workers, webs, monitor }, random) {
    const member = random.pick([...workers, ...workers, ...webs]);
    const forMs = random.whole(1_000, frozenMs);
    member.order({ order: "stall", forMs });
    const inFlight = await monitor.inFlight();
    await delay(forMs);
    return { detail: `${member.name} for ${forMs} ms`, kills: 0, inFlight };
  },
};
