export type Batching<Item> = {
  /** Until the first work after a pause. */
  firstMs: number;
  /** Between the end of one and the beginning of the next. */
  pauseMs: number;
  work: (items: Item[]) => Promise<unknown>;
};

/** Hands over together what comes in a short time, and nothing while the last is being worked on. */
export function inBatches<Item>({ firstMs, pauseMs, work }: Batching<Item>) {
  let waiting: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  const schedule = (milliseconds: number) => {
    if (waiting.length > 0 && !isBusy) timer ??= setTimeout(run, milliseconds);
  };
  async function run(): Promise<void> {
    const items = waiting;
    waiting = [];
    isBusy = true;
    await work(items).catch(() => undefined);
    await new Promise((resolve) => {
      timer = setTimeout(resolve, pauseMs);
    });
    timer = undefined;
    isBusy = false;
    schedule(0);
  }
  return {
    add: (item: Item) => {
      waiting.push(item);
      schedule(firstMs);
    },
    /** Forgets what waits. */
    stop: () => {
      waiting = [];
      clearTimeout(timer);
    },
  };
}
