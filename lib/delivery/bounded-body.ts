const firstCapacity = 1024;

/** Collects at most `limit` bytes in one buffer of its own, so that tiny or huge chunks cost no more than the cap. */
export class BoundedBody {
  #buffer = Buffer.alloc(0);
  #length = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Keeps what fits of the chunk; false when some of it did not. */
  add(chunk: Uint8Array): boolean {
    const kept = chunk.subarray(0, this.#limit - this.#length);
    this.#reserve(this.#length + kept.length);
    this.#buffer.set(kept, this.#length);
    this.#length += kept.length;
    return kept.length === chunk.length;
  }

  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  #reserve(needed: number): void {
    if (needed <= this.#buffer.length) return;
    const capacity = Math.min(this.#limit, Math.max(needed, firstCapacity, this.#buffer.length * 2));
    const larger = Buffer.alloc(capacity);
    larger.set(this.bytes());
    this.#buffer = larger;
  }
}
