import { setTimeout as delay } from "node:timers/promises";
import { obedient } from "../processes/behaviour.ts";
import { outagePart } from "../scene/cast.ts";
import type { Fault } from "./fault.ts";

/** A receiver that is away long enough for its breaker to open, and comes back: nobody may fall upon it. */
export const receiverOutage: Fault = {
  name: "a receiver that is down and comes back",
  isOurs: false,
  async strike({ receiver, endpoints, receiverUrl }, random) {
    const { name } = outagePart;
    const badStatus = random.pick([500, 503, 0]);
    const down = { ...obedient, badShare: 1, badStatus, breaksOff: true };
    await receiver.ask("behave", { endpoint: name, behaviour: down });
    await delay(random.whole(3_000, 6_000));
    await receiver.ask("behave", { endpoint: name, behaviour: { ...obedient, delayMs: [20, 60] } });
    const isMended = random.chance(0.5);
    if (isMended) await endpoints.mend(name, receiverUrl);
    const after = isMended ? ", given a new address afterwards" : "";
    return { detail: `${badStatus || "connections reset"}${after}`, kills: 0, inFlight: 0 };
  },
};
