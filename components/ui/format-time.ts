/** The zone and the clock that a person reads times by. */
export interface TimeStyle {
  /** A name of the IANA time zone database. */
  timeZone: string;
  clock: "24h" | "12h";
}

/** "just now", "12 s ago", "4 m ago", "in 3 h", "2 d ago"; older than 30 days is a date. */
export function formatRelative(at: Date, now: Date, style: TimeStyle): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const distance = Math.abs(seconds);
  if (distance < 5) return "just now";
  if (distance > 30 * 86_400) return formatDate(at, style);
  const amount = largestUnit(distance);
  return seconds < 0 ? `${amount} ago` : `in ${amount}`;
}

/** "Nov 23, 2025". */
export function formatDate(at: Date, style: TimeStyle): string {
  return format(at, style, { year: "numeric", month: "short", day: "numeric" });
}

/** "Nov 23, 2025, 14:05:09", or "Nov 23, 2025, 2:05:09 PM". */
export function formatDateTime(at: Date, style: TimeStyle): string {
  const parts = { year: "numeric", month: "short", day: "numeric", second: "2-digit" } as const;
  return format(at, style, { ...parts, ...clocks[style.clock] });
}

/** "14:05", or "Nov 23, 14:05" when the day matters. */
export function formatClock(at: Date, style: TimeStyle, { withDay = false } = {}): string {
  const day = withDay ? ({ month: "short", day: "numeric" } as const) : {};
  return format(at, style, { ...day, ...clocks[style.clock] });
}

/** The name of a zone at that moment: "GMT+1" or "UTC", or one that is longer. */
export function zoneName(
  at: Date,
  timeZone: string,
  length: "short" | "shortOffset" | "long" = "short",
): string {
  const parts = formatter({ timeZoneName: length, timeZone }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
}

const clocks = {
  "24h": { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  "12h": { hour: "numeric", minute: "2-digit", hourCycle: "h12" },
} as const;

function largestUnit(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} m`;
  if (seconds < 86_400) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}

function format(at: Date, { timeZone }: TimeStyle, options: Intl.DateTimeFormatOptions): string {
  // Node and browsers differ in the space they write before AM and PM.
  return formatter({ ...options, timeZone })
    .format(at)
    .replaceAll("\u202f", " ");
}

// Building a formatter costs a hundred times what using it does, and a log shows hundreds of times.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", options);
  formatters.set(key, made);
  return made;
}
