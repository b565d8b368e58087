/** A stream of pseudo-random numbers that its seed alone decides: the same seed draws the same again. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number;
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number;
  /** One of these, each as likely. */
  pick: <Item>(items: readonly Item[]) => Item;
  /** True with this probability. */
  chance: (probability: number) => boolean;
  /** All of these in another order. */
  shuffle: <Item>(items: readonly Item[]) => Item[];
  /** A stream of its own for one part of the run, so that another part drawing more or less changes nothing here. */
  fork: (name: string) => Random;
};

export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[whole(0, items.length - 1)];
    if (item === undefined) throw new Error("there is nothing to pick from");
    return item;
  };
  return {
    next,
    whole,
    pick,
    chance: (probability) => next() < probability,
    shuffle: (items) =>
      items
        .map((item) => ({ item, place: next() }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ item }) => item),
    fork: (name) => createRandom(hashOf(`${seed} ${name}`)),
  };
}

/** A number from 0 up to 1 that the text alone decides. */
export function shareOf(text: string): number {
  return mulberry32(hashOf(text))();
}

/** The public-domain generator Mulberry32: 32 bits of state are plenty for drawing faults. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a over the text's UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
