const maxKnownLanes = 100_000;
const slowMs = 1_000;
const weightOfNewest = 0.3;

/** How long the attempts of each lane take, as far as this worker has seen. */
export class LaneSpeeds {
  #averageMs = new Map<string, number>();

  note(lane: string, durationMs: number): void {
    const before = this.#averageMs.get(lane) ?? durationMs;
    if (this.#averageMs.size >= maxKnownLanes) this.#averageMs.clear();
    this.#averageMs.set(lane, before + weightOfNewest * (durationMs - before));
  }

  /** Whether its attempts hold a slot for more than a second, mostly. One that was never seen is taken for quick. */
  isSlow(lane: string): boolean {
    return (this.#averageMs.get(lane) ?? 0) > slowMs;
  }
}
