const maxKnownLanes = 100_000;
const quickMs = 250;
const leastShare = 1 / 8;
const weightOfNewest = 0.3;

/** How long the attempts of each lane take, as far as this worker has seen. */
export class LaneSpeeds {
  #averageMs = new Map<string, number>();

  note(lane: string, durationMs: number): void {
    const before = this.#averageMs.get(lane) ?? durationMs;
    if (this.#averageMs.size >= maxKnownLanes) this.#averageMs.clear();
    this.#averageMs.set(lane, before + weightOfNewest * (durationMs - before));
  }

  /**
   * How much of the slots that a lane could fill it should: all while its attempts take 250 ms or less, the less the longer
   * they hold one, an eighth from two seconds on. A lane that was never seen is taken for quick.
   */
  shareOf(lane: string): number {
    const averageMs = this.#averageMs.get(lane) ?? 0;
    return averageMs <= quickMs ? 1 : Math.max(leastShare, quickMs / averageMs);
  }
}
