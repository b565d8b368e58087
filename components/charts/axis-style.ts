/** What all axes share: small, quiet, no lines but the base. */
export const axisStyle = {
  tickLine: false,
  axisLine: false,
  tick: { fill: "var(--faint)", fontSize: 12 },
  tickMargin: 8,
} as const;

export const gridStyle = { stroke: "var(--line)", vertical: false } as const;

export const plotMargin = { top: 6, right: 4, bottom: 0, left: 0 };
