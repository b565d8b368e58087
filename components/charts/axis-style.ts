/** What all axes share: small, quiet, no lines. */
export const axisStyle = {
  tickLine: false,
  axisLine: false,
  tick: { fill: "var(--faint)", fontSize: 12 },
  tickMargin: 8,
} as const;

export const gridStyle = { stroke: "var(--line)", vertical: false } as const;

/** What all plots share. */
export const plotStyle = {
  responsive: true,
  accessibilityLayer: true,
  margin: { top: 8, right: 4, bottom: 0, left: 0 },
  style: { width: "100%", height: "100%" },
} as const;

export const lineCursor = { stroke: "var(--control)" };
