import { setTimeout as delay } from "node:timers/promises";

const everyMs = 500;

/** Takes a sample twice a second until the answer is called, which resolves with all of them, one at least. */
export function sampled<Sample>(take: () => Promise<Sample>): () => Promise<Sample[]> {
  const samples: Sample[] = [];
  const stopping = new AbortController();
  const run = async () => {
    do {
      samples.push(await take());
      await delay(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    } while (!stopping.signal.aborted);
  };
  const running = run();
  return async () => {
    stopping.abort();
    await running;
    return samples;
  };
}
