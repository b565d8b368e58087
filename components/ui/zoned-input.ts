/** What a datetime-local input shows for a moment, in a zone: "2025-11-23T14:05". */
export function toZonedInput(at: Date, timeZone: string): string {
  const shifted = new Date(at.getTime() + offsetMs(at, timeZone));
  return shifted.toISOString().slice(0, 16);
}

/** The moment that a datetime-local text means in a zone; null when it is not one. */
export function fromZonedInput(text: string, timeZone: string): Date | null {
  const asUtc = new Date(`${text}Z`);
  if (Number.isNaN(asUtc.getTime())) return null;
  // The offset depends on the moment sought; the second look is right unless the text falls into a skipped hour.
  const first = new Date(asUtc.getTime() - offsetMs(asUtc, timeZone));
  return new Date(asUtc.getTime() - offsetMs(first, timeZone));
}

function offsetMs(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  const local = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return local - Math.floor(at.getTime() / 1000) * 1000;
}
