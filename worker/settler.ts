import { type Settlement, settleDeliveries } from "#lib/deliveries/settle.ts";
import { Gathering } from "#lib/gather.ts";
import { log } from "#lib/log.ts";
import { count, observe, observeSince } from "#lib/metrics.ts";
import { isRefusedData } from "#lib/refused-data.ts";

type Waiting = { settlement: Settlement; resolve: () => void };

const maxBatch = 500;
const fullBatch = 128;
const maxPauseMs = 2_000;

/**
 * Writes finished attempts in batches, the next as soon as the previous is committed. While the database is away the
 * results are kept and written later: the lease, not this memory, decides whether they still count.
 */
export class Settler {
  #waiting: Waiting[] = [];
  #gathering = new Gathering({ count: () => this.#waiting.length, crowd: 2, enough: fullBatch });
  #isWriting = false;

  /** Resolves once the settlement is committed, or refused for good. */
  settle(settlement: Settlement): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ settlement, resolve });
      this.#gathering.note();
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) {
      const startedAtMs = performance.now();
      const batch = this.#waiting.splice(0, maxBatch);
      await this.#write(batch);
      await this.#gathering.wait({ startedAtMs, size: batch.length });
    }
    this.#isWriting = false;
  }

  async #write(batch: Waiting[]): Promise<void> {
    for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
      const startedAtMs = performance.now();
      try {
        await settleDeliveries(batch.map(({ settlement }) => settlement));
        observe("posthorn_settle_attempts", batch.length);
        observeSince("posthorn_settle_seconds", startedAtMs);
        for (const { resolve } of batch) resolve();
        return;
      } catch (error) {
        count("posthorn_settle_failures_total");
        if (isRefusedData(error)) return this.#writeApart(batch, error);
        log().error({ err: error, attempts: batch.length }, "settling failed; trying again");
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }

  /** One that Postgres refuses must not hold up the others for ever: its lease runs out, and the sweep sees to it. */
  async #writeApart(batch: Waiting[], error: unknown): Promise<void> {
    if (batch.length > 1) {
      for (const waiting of batch) await this.#write([waiting]);
      return;
    }
    for (const { settlement, resolve } of batch) {
      const { deliveryId, number } = settlement.attempt;
      log().error({ err: error, deliveryId, attempt: number }, "the result of an attempt was refused");
      resolve();
    }
  }
}
