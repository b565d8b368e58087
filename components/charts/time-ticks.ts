import { toZonedInput } from "#components/ui/zoned-input.ts";

const hour = 3_600;
const day = 24 * hour;
const units = [60, 300, 900, hour / 2, hour, 3 * hour, 6 * hour, day];
const mostTicks = 9;

/** The buckets that are labelled: the first of each round stretch of local time, such as three hours, about eight in all. */
export function timeTicks(starts: readonly string[], stepSeconds: number, timeZone: string): string[] {
  const spanSeconds = starts.length * stepSeconds;
  const unit = Math.max(stepSeconds, units.find((seconds) => spanSeconds / seconds <= mostTicks) ?? day);
  return starts.filter((start) => unit === stepSeconds || localSeconds(start, timeZone) % unit < stepSeconds);
}

/** Whether a bucket is the first of a day in the zone. */
export function beginsDay(start: string, stepSeconds: number, timeZone: string): boolean {
  return stepSeconds >= day || localSeconds(start, timeZone) % day < stepSeconds;
}

function localSeconds(start: string, timeZone: string): number {
  return Date.parse(`${toZonedInput(new Date(start), timeZone)}Z`) / 1000;
}
