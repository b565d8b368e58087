import { setTimeout as delay } from "node:timers/promises";
import { failpoints } from "#lib/failpoint.ts";
import type { Say } from "../chaos.ts";
import { crashAt, crashAtFailpoint, isRare } from "../faults/crash-at-failpoint.ts";
import { dealFaults } from "../faults/deck.ts";
import type { Fault } from "../faults/fault.ts";
import type { Options } from "../options.ts";
import type { Random } from "../random.ts";
import type { Scene } from "../scene/scene.ts";
import { within } from "../within.ts";

type Play = { options: Options; startedAt: number; random: Random; say: Say };

const calmMs = 6_000;
const gapMs = [300, 2_000] as const;
const strikeMs = 180_000;

/** After a while of calm, one fault after the other until the time left is what the end needs. */
export async function playFaults(scene: Scene, { options, startedAt, random, say }: Play): Promise<void> {
  const until = startedAt + options.minutes * 60_000 - endMs(options);
  await enjoyCalm(scene);
  const faults = dealFaults(random.fork("deck"));
  for (let serial = 1; Date.now() < until; serial += 1) {
    await strike(scene, { fault: faults.next().value, random: random.fork(`fault ${serial}`), say });
    await delay(random.whole(...gapMs));
  }
}

/** Every failpoint, the first time it is passed, then the second and so on: whatever was half done must be found whole. */
export async function playLoop(scene: Scene, { options, random, say }: Play): Promise<void> {
  await enjoyCalm(scene);
  for (const failpoint of failpoints) {
    const deepest = isRare(failpoint) ? 1 : options.loopTo;
    for (let nth = 1; nth <= deepest; nth += 1) {
      const fault = { ...crashAtFailpoint, strike: () => crashAt(scene, failpoint, nth) };
      await strike(scene, { fault, random, say });
    }
  }
}

/** A run in which nothing is accepted from the start would prove nothing. */
async function enjoyCalm({ producer }: Scene): Promise<void> {
  await delay(calmMs);
  const { posted, acknowledged } = await producer.ask("counts");
  if (acknowledged === 0) throw new Error(`none of ${posted} events was acknowledged in the calm before`);
}

/** What stopping, draining and reconciling take. */
function endMs({ minutes }: Options): number {
  return minutes < 10 ? 38_000 : 90_000;
}

type Strike = { fault: Fault; random: Random; say: Say };

async function strike(scene: Scene, { fault, random, say }: Strike): Promise<void> {
  const from = Date.now();
  const struck = await within(strikeMs, fault.name, fault.strike(scene, random));
  const to = Date.now();
  const { name, isOurs, isStandstill = false } = fault;
  scene.journal.add({ kind: "fault", name, isOurs, isStandstill, ...struck, from, to });
  say(`${name}${struck.detail && `: ${struck.detail}`} (${to - from} ms)`);
}
