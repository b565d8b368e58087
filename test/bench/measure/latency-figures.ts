import type { Figure } from "../figure.ts";
import { percentile } from "./percentile.ts";

/** p50, p95 and p99 of these milliseconds. */
export function latencyFigures(name: string, values: readonly number[]): Figure[] {
  return [50, 95, 99].map((percent) => ({
    name: `${name} p${percent}`,
    value: percentile(values, percent / 100),
    unit: "milliseconds",
  }));
}
