import type { DotItemDotProps } from "recharts";

/** Marks a value that has none beside it, of which a line alone would show nothing. */
export function loneDot(values: readonly (number | null)[], color: string) {
  return ({ key, cx, cy, index }: DotItemDotProps) => {
    const isThere = (place: number) => values[place] !== null && values[place] !== undefined;
    const isLone = isThere(index) && !isThere(index - 1) && !isThere(index + 1);
    return isLone ? <circle key={key} cx={cx} cy={cy} r={2.5} fill={color} /> : <g key={key} />;
  };
}
