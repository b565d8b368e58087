import { formatCount } from "#components/ui/format.ts";

/** "10 attempts over 3 d 3 h" from waits in seconds. */
export function describeSpan(schedule: readonly number[]): string {
  const total = schedule.reduce((sum, wait) => sum + wait, 0);
  const attempts = formatCount(schedule.length + 1, "attempt");
  return Number.isNaN(total) ? attempts : `${attempts} over ${formatSpan(total)}`;
}

/** Seconds from the first attempt to each retry, in order; NaN from the first wait on that cannot be read. */
export function elapsedOf(schedule: readonly number[]): number[] {
  let elapsed = 0;
  return schedule.map((wait) => {
    elapsed += wait;
    return elapsed;
  });
}

const units = [
  ["d", 86_400],
  ["h", 3_600],
  ["m", 60],
  ["s", 1],
] as const;

/** "5 s", "35 m 5 s", "1 d 7 h": the two largest units, what is below them left out. */
export function formatSpan(seconds: number): string {
  const largest = Math.max(
    0,
    units.findIndex(([, size]) => seconds >= size),
  );
  const parts = units.slice(largest, largest + 2).map(([name, size], place) => {
    const rest = place === 0 ? seconds : seconds % (units[largest]?.[1] ?? 1);
    return { name, amount: Math.floor(rest / size) };
  });
  const shown = parts.filter(({ amount }) => amount > 0);
  return shown.length > 0 ? shown.map(({ amount, name }) => `${amount} ${name}`).join(" ") : "0 s";
}
