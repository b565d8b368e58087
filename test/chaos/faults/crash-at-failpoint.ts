import { setTimeout as delay } from "node:timers/promises";
import { type Failpoint, failpoints } from "#lib/failpoint.ts";
import type { Member } from "../processes/member.ts";
import type { Order } from "../processes/orders.ts";
import type { Scene } from "../scene/scene.ts";
import type { Fault, Struck } from "./fault.ts";
import { provoke } from "./provoke.ts";

export const crashAtFailpoint: Fault = {
  name: "crash at a failpoint",
  isOurs: true,
  strike: (scene, random) => {
    const failpoint = random.pick(failpoints);
    return crashAt(scene, failpoint, isRare(failpoint) ? 1 : random.whole(1, 3));
  },
};

/** Passed every five seconds at most, where others are passed many times a second. */
export function isRare(failpoint: Failpoint): boolean {
  return /^(sweep|retention)\./.test(failpoint);
}

/** Has the processes that pass a place die there the `nth` time, and starts them again. */
export async function crashAt(scene: Scene, failpoint: Failpoint, nth: number): Promise<Struck> {
  const members = whoPasses(scene, failpoint);
  const order = { order: "crash-at", failpoint, nth } as const;
  for (const member of members) await arm(member, order);
  const stopProvoking = provoke(scene, failpoint);
  await Promise.race(members.map((member) => member.ended(patienceMs)));
  for (const member of members) member.disarm();
  await delay(disarmedMs);
  const dead = members.filter((member) => !member.isRunning);
  const inFlight = await scene.monitor.inFlight();
  await Promise.all(dead.map((member) => member.start()));
  await stopProvoking();
  const whom = dead.map((member) => member.name).join(", ") || "nobody passed it so often";
  return { detail: `${failpoint} × ${nth}: ${whom}`, kills: dead.length, inFlight };
}

/** How long a place may take to be passed so often. */
const patienceMs = 20_000;
/** Until a process has surely heard that it is spared, or is dead. */
const disarmedMs = 500;

function whoPasses({ webs, workers }: Scene, failpoint: Failpoint): Member[] {
  return /^(accept|resend)\./.test(failpoint) ? webs : workers;
}

/** Retention runs when a worker starts, and then once an hour: so it has to be told before. */
async function arm(member: Member, order: Extract<Order, { order: "crash-at" }>): Promise<void> {
  if (!order.failpoint.startsWith("retention.")) return member.order(order);
  await member.kill();
  member.launch(order);
  member.order(order);
}
