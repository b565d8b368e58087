import { type Settlement, settleDeliveries } from "#lib/deliveries/settle.ts";
import { log } from "#lib/log.ts";

type Waiting = { settlement: Settlement; resolve: () => void };

const maxBatch = 500;
const maxPauseMs = 2_000;

/**
 * Writes finished attempts in batches, the next as soon as the previous is committed. While the database is away the
 * results are kept and written later: the lease, not this memory, decides whether they still count.
 */
export class Settler {
  #waiting: Waiting[] = [];
  #isWriting = false;

  /** Resolves once the settlement is committed. */
  settle(settlement: Settlement): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ settlement, resolve });
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, maxBatch));
    this.#isWriting = false;
  }

  async #write(batch: Waiting[]): Promise<void> {
    for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
      try {
        await settleDeliveries(batch.map(({ settlement }) => settlement));
        for (const { resolve } of batch) resolve();
        return;
      } catch (error) {
        log().error({ err: error, attempts: batch.length }, "settling failed; trying again");
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }
}
