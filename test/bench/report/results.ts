import type { Measured } from "../blocks.ts";
import { type Figure, type Unit, units } from "../figure.ts";
import { median } from "../measure/percentile.ts";

/** One figure over all blocks it was measured in. */
export type Result = {
  subject: string;
  name: string;
  unit: Unit;
  /** By block. */
  values: (number | undefined)[];
  median: number;
  worst: number;
};

/** The figures of all subjects that never failed; one that lost an event in any block has none. */
export function toResults(measured: readonly Measured[]): Result[] {
  return measured
    .filter(({ failures }) => failures.length === 0)
    .flatMap(({ subject, blocks }) => {
      const names = new Map(blocks.flatMap((block) => block ?? []).map((figure) => [figure.name, figure]));
      return [...names.values()].map((figure) => toResult(subject.id, figure, blocks));
    });
}

function toResult(
  subject: string,
  { name, unit }: Figure,
  blocks: readonly (Figure[] | undefined)[],
): Result {
  const values = blocks.map((block) => block?.find((figure) => figure.name === name)?.value);
  return { subject, name, unit, values, ...summarize(values, units[unit].isMoreBetter) };
}

/** The median, and the value of the least favourable block. */
export function summarize(values: readonly (number | undefined)[], isMoreBetter: boolean) {
  const known = values.filter((value) => value !== undefined);
  return { median: median(known), worst: isMoreBetter ? Math.min(...known) : Math.max(...known) };
}
