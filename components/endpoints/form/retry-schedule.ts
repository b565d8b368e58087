const unitSeconds = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;
type Unit = keyof typeof unitSeconds;

/** Reads "5s, 5m, 2h, 1d" as seconds; NaN stands where a wait cannot be read. A bare number is seconds. */
export function parseSchedule(text: string): number[] {
  return text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(parseWait);
}

/** Writes seconds the way a person would: "5s, 5m, 2h, 1d". */
export function formatSchedule(schedule: readonly number[]): string {
  return schedule.map(formatWait).join(", ");
}

/** Writes one wait in its largest whole unit: 90 is "90s", 7200 is "2h". */
export function formatWait(seconds: number): string {
  const units: Unit[] = ["d", "h", "m"];
  const unit = units.find((candidate) => seconds % unitSeconds[candidate] === 0) ?? "s";
  return `${seconds / unitSeconds[unit]}${unit}`;
}

function parseWait(text: string): number {
  const [, amount, unit = "s"] = /^(\d+)([smhd]?)$/i.exec(text) ?? [];
  if (amount === undefined) return Number.NaN;
  return Number(amount) * unitSeconds[(unit.toLowerCase() || "s") as Unit];
}
