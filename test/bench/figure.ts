/** What a unit is called in tables, and whether more of it is better. */
export const units = {
  perSecond: { label: "/s", isMoreBetter: true },
  milliseconds: { label: "ms", isMoreBetter: false },
  microseconds: { label: "µs", isMoreBetter: false },
  megabytes: { label: "MB", isMoreBetter: false },
  megabytesPerHour: { label: "MB/h", isMoreBetter: false },
  bytes: { label: "B", isMoreBetter: false },
  count: { label: "", isMoreBetter: false },
  times: { label: "×", isMoreBetter: false },
  share: { label: "%", isMoreBetter: true },
} as const satisfies Record<string, { label: string; isMoreBetter: boolean }>;

export type Unit = keyof typeof units;

export type Figure = { name: string; value: number; unit: Unit };

/** For people: three significant digits, shares in per cent, with the unit. */
export function showFigure(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return "–";
  const shown = unit === "share" ? value * 100 : value;
  const digits =
    Math.abs(shown) >= 100 || shown === 0 ? 0 : Math.abs(shown) >= 10 ? 1 : Math.abs(shown) >= 1 ? 2 : 4;
  const text = Number(shown.toFixed(digits)).toLocaleString("en-GB", { maximumFractionDigits: 4 });
  return `${text} ${units[unit].label}`.trim();
}
