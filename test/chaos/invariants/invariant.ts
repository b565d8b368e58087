import type { Facts } from "../ledgers/facts.ts";

/** A promise that no fault may break. */
export type Invariant = {
  /** As in `I1`, or a word where it has no number. */
  name: string;
  promise: string;
  /** Every case in which it was broken, with ids and times. */
  findBroken: (facts: Facts) => string[];
};

/** A time of the Unix epoch for people. */
export function clockTime(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}
