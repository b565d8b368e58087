/** How long a batch may gather, counted from the start of one that held so many at least: the busier, the longer. */
const longestMs = [
  { from: 64, ms: 60 },
  { from: 32, ms: 40 },
  { from: 0, ms: 25 },
];
const quietMs = 5;
/** Once as many came as the last time, hardly any more can be expected. */
const soonMs = 1;

/** The batch before the one that grows: when it began, by `performance.now()`, and how much it held. */
export type LastBatch = { startedAtMs: number; size: number };

export type GatheringOptions = {
  /** How much waits for the next batch. */
  count: () => number;
  /** A batch of so many shows that the next is worth waiting for; below, everything goes at once. */
  crowd: number;
  /** With so many a batch is full. */
  enough: number;
};

/**
 * Lets batches grow while more keeps coming. What a commit costs is shared by all of its batch, so under load a little
 * patience comes back as throughput.
 */
export class Gathering {
  readonly #count: () => number;
  readonly #crowd: number;
  readonly #enough: number;
  #endWait: (() => void) | undefined;

  constructor({ count, crowd, enough }: GatheringOptions) {
    this.#count = count;
    this.#crowd = crowd;
    this.#enough = enough;
  }

  /** Has to be told of everything that comes to wait. */
  note(): void {
    if (this.#endWait && this.#count() >= this.#enough) this.#endWait();
  }

  /**
   * Resolves at once if the last batch was no crowd; else when enough waits, when nothing more comes, or 25 ms after the last
   * batch began; up to 60 ms if that was so full that throughput is what counts.
   */
  async wait({ startedAtMs, size }: LastBatch): Promise<void> {
    if (size < this.#crowd) return;
    const endsAtMs = startedAtMs + (longestMs.find(({ from }) => size >= from)?.ms ?? 0);
    for (;;) {
      const counted = this.#count();
      const leftMs = endsAtMs - performance.now();
      if (counted >= this.#enough || leftMs <= 0) return;
      await this.#pause(Math.min(leftMs, counted >= size ? soonMs : quietMs));
      if (this.#count() === counted) return;
    }
  }

  async #pause(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    this.#endWait = resolve;
    await promise;
    clearTimeout(timer);
    this.#endWait = undefined;
  }
}
