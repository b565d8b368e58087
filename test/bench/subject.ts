import type { Figure } from "./figure.ts";
import type { Rig } from "./rig/rig.ts";

/** Something that is measured once in every block: a workload on the product, or a ceiling without it. */
export type Subject = {
  id: string;
  title: string;
  /** The ceilings its figures are compared with. */
  ceilings: readonly string[];
  isQuick: boolean;
  /** Long ones run in the first block alone. */
  isOnce?: true;
  /** While a ceiling runs, the product is frozen. */
  kind: "workload" | "ceiling";
  /** Starts what it needs, kept warm through all blocks. */
  prepare: (rig: Rig) => Promise<Prepared>;
};

export type Prepared = { measure: () => Promise<Figure[]>; stop?: () => Promise<unknown> };

/** A workload that needs nothing but the product. */
export function workload(
  about: Omit<Subject, "kind" | "prepare">,
  measure: (rig: Rig) => Promise<Figure[]>,
): Subject {
  return { ...about, kind: "workload", prepare: async (rig) => ({ measure: () => measure(rig) }) };
}
