import { setTimeout as delay } from "node:timers/promises";

const crowd = 8;
const enough = 64;
const longestMs = 25;
const lookMs = 5;

/** Whether a batch came so full that the next is worth waiting for; below, everything goes at once. */
export function isCrowd(size: number): boolean {
  return size >= crowd;
}

/**
 * Lets the next batch grow: as long as more keep coming, until there is enough or 25 ms after the last one began. What a
 * commit costs is shared by all of its batch, so under load a little patience comes back as throughput.
 */
export async function gather(lastStartedAtMs: number, count: () => number): Promise<void> {
  let counted = -1;
  while (count() > counted && count() < enough && performance.now() - lastStartedAtMs < longestMs) {
    counted = count();
    await delay(lookMs);
  }
}
