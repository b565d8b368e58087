/** Yields numbers from 0 to 1 that are the same in every run with the same seed (mulberry32). */
export type Random = () => number;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `from` to `to`, both included. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

export function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error("nothing to pick from");
  return choice;
}

/** Picks by weight. */
export function pickWeighted<T extends { weight: number }>(random: Random, choices: readonly T[]): T {
  let left = random() * choices.reduce((sum, choice) => sum + choice.weight, 0);
  const found = choices.find((choice) => {
    left -= choice.weight;
    return left <= 0;
  });
  return found ?? pick(random, choices);
}

/** Milliseconds around a median, most of them near it and some far above, as latencies are. */
export function latency(random: Random, medianMs: number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return medianMs * Math.exp(spread * normal);
}
