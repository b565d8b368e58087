export type Batching<Item> = {
  /** Work begins when nothing came for so long, */
  quietMs: number;
  /** and without that quiet so long after the end of the last. */
  pauseMs: number;
  work: (items: Item[]) => Promise<unknown>;
};

/**
 * Hands over together what comes in a short time, and nothing while the last is being worked on. What came less than the
 * quiet before is handed over once more after it.
 */
export function inBatches<Item>({ quietMs, pauseMs, work }: Batching<Item>) {
  let waiting: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let [firstAt, lastAt, endedAt] = [0, 0, Number.NEGATIVE_INFINITY];
  function schedule(): void {
    if (isBusy || waiting.length === 0) return;
    clearTimeout(timer);
    const quietAt = Math.min(lastAt + quietMs, firstAt + pauseMs);
    timer = setTimeout(run, Math.max(quietAt, endedAt + pauseMs) - Date.now());
  }
  async function run(): Promise<void> {
    const items = waiting;
    waiting = Date.now() < lastAt + quietMs ? items.slice(-1) : [];
    firstAt = Date.now();
    isBusy = true;
    await work(items).catch(() => undefined);
    isBusy = false;
    endedAt = Date.now();
    schedule();
  }
  return {
    add: (item: Item) => {
      lastAt = Date.now();
      if (waiting.length === 0) firstAt = lastAt;
      waiting.push(item);
      schedule();
    },
    /** Forgets what waits. */
    stop: () => {
      waiting = [];
      clearTimeout(timer);
    },
  };
}
