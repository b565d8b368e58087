import { setTimeout as delay } from "node:timers/promises";
import { nowMs } from "../clock.ts";
import type { Rig } from "../rig/rig.ts";

const pollMs = 50;
const patienceMs = 20_000;

/** Waits until the receiver has had `count` requests; gives up when none came for 20 s, since the comparison tells more. */
export async function drained({ receiver }: Rig, count: number): Promise<void> {
  let progress = { received: -1, atMs: nowMs() };
  for (;;) {
    const { received } = await receiver.ask("counts");
    if (received >= count) return;
    if (received > progress.received) progress = { received, atMs: nowMs() };
    if (nowMs() - progress.atMs > patienceMs) return;
    await delay(pollMs);
  }
}

/** Waits until nothing is under way any more: what was sent is settled too. */
export async function settled({ db }: Rig): Promise<void> {
  const untilMs = nowMs() + patienceMs;
  while (nowMs() < untilMs) {
    const { rows } = await db.query<{ busy: boolean }>(
      "SELECT EXISTS (SELECT FROM deliveries WHERE status = 'sending') AS busy",
    );
    if (!rows[0]?.busy) return;
    await delay(pollMs);
  }
  throw new Error(`deliveries were still being sent after ${patienceMs / 1_000} s`);
}
