/** "just now", "12 s ago", "4 m ago", "in 3 h", "2 d ago"; older than 30 days is a date. */
export function formatRelative(at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const distance = Math.abs(seconds);
  if (distance < 5) return "just now";
  if (distance > 30 * 86_400) return formatDate(at);
  const amount = largestUnit(distance);
  return seconds < 0 ? `${amount} ago` : `in ${amount}`;
}

/** "Nov 23, 2025". */
export function formatDate(at: Date, timeZone?: string): string {
  return formatter({ year: "numeric", month: "short", day: "numeric" }, timeZone).format(at);
}

/** "Nov 23, 2025, 14:05:09"; in the browser's zone unless one is given. */
export function formatDateTime(at: Date, timeZone?: string): string {
  const options = { year: "numeric", month: "short", day: "numeric", ...clock, second: "2-digit" } as const;
  return formatter(options, timeZone).format(at);
}

/** "14:05", or "Nov 23, 14:05" when the day matters. */
export function formatClock(
  at: Date,
  { withDay = false, timeZone }: { withDay?: boolean; timeZone?: string | undefined } = {},
): string {
  return formatter(withDay ? { month: "short", day: "numeric", ...clock } : clock, timeZone).format(at);
}

/** The short name of a zone at that moment, such as "GMT+1" or "UTC". */
export function zoneName(at: Date, timeZone?: string): string {
  const parts = formatter({ timeZoneName: "short" }, timeZone).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone ?? "";
}

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

function largestUnit(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} m`;
  if (seconds < 86_400) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}

// Building a formatter costs a hundred times what using it does, and a log shows hundreds of times.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(options: Intl.DateTimeFormatOptions, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${timeZone ?? ""}${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", timeZone ? { ...options, timeZone } : options);
  formatters.set(key, made);
  return made;
}
