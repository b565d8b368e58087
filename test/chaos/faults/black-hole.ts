import { setTimeout as delay } from "node:timers/promises";
import { databaseWire } from "../scene/members.ts";
import type { Fault } from "./fault.ts";

/** Longer than a client waits for its database. */
const databaseMs = 8_000;
const receiverMs = 4_000;

/** The first web and the first worker reach Postgres over wires. */
export const blackenDatabase: Fault = {
  name: "a black hole between a process and Postgres",
  isOurs: true,
  async strike({ wires, webs, workers, monitor }, random) {
    const member = random.pick([webs[0], workers[0]]);
    const wire = databaseWire(`${member?.name}`);
    await wires.ask("blacken", wire);
    const inFlight = await monitor.inFlight();
    await delay(databaseMs);
    await wires.ask("clear", wire);
    return { detail: `${member?.name}`, kills: 0, inFlight };
  },
};

export const blackenReceiver: Fault = {
  name: "a black hole between the workers and a receiver",
  isOurs: false,
  isStandstill: true,
  async strike({ wires, monitor }) {
    await wires.ask("blacken", "receiver");
    const inFlight = await monitor.inFlight();
    await delay(receiverMs);
    await wires.ask("clear", "receiver");
    return { detail: "", kills: 0, inFlight };
  },
};
