import type { Random } from "./random.ts";

const hourMs = 3_600_000;

/** Moments spread over the last `days` as business goes: busy by day (UTC), quiet at night and at weekends; oldest first. */
export function timesOfEvents(
  random: Random,
  { count, days, now }: { count: number; days: number; now: Date },
): Date[] {
  const from = now.getTime() - days * 24 * hourMs;
  const hours = Array.from({ length: days * 24 }, (_, index) => from + index * hourMs);
  const shares = cumulate(hours.map((hour) => activity(new Date(hour))));
  const total = shares.at(-1) ?? 1;
  const times = Array.from({ length: count }, () => {
    const drawn = random() * total;
    const hour = hours[shares.findIndex((share) => share >= drawn)] ?? from;
    return hour + Math.floor(random() * hourMs);
  });
  return times.toSorted((a, b) => a - b).map((time) => new Date(time));
}

function activity(time: Date): number {
  const hour = time.getUTCHours();
  const isWeekend = time.getUTCDay() === 0 || time.getUTCDay() === 6;
  const daytime = Math.max(0, Math.sin(((hour - 6) / 15) * Math.PI));
  return (0.12 + daytime) * (isWeekend ? 0.3 : 1) * (time.getUTCDate() === 1 ? 1.8 : 1);
}

function cumulate(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
}
