/** "evt_01h4…9f2c3d": keeps the prefix and the tail, so that two ids made in the same second still differ. */
export function shortenMiddle(text: string, tail = 6): string {
  const head = text.indexOf("_") + 5;
  return text.length <= head + tail + 1 ? text : `${text.slice(0, head)}…${text.slice(-tail)}`;
}

/** "1,234", or "12.4K" from 10,000 on when compact. */
export function formatNumber(value: number, { compact = false } = {}): string {
  if (compact && Math.abs(value) >= 10_000) return compactNumber.format(value);
  return plainNumber.format(value);
}

/** "99.2 %" from a share between 0 and 1; never rounds up to 100 % nor down to 0 %. */
export function formatPercent(share: number): string {
  if (share > 0.999 && share < 1) return "> 99.9 %";
  if (share > 0 && share < 0.001) return "< 0.1 %";
  return `${percentNumber.format(share * 100)} %`;
}

/** "820 B", "1.4 kB", "3.2 MB" (powers of 1,000). */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${step === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[step]}`;
}

/** "84 ms", "1.24 s", "4 m 12 s", "3 h 5 m", "2 d 4 h" from milliseconds. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1000) return `${Math.round(durationMs)} ms`;
  if (durationMs < 10_000) return `${(durationMs / 1000).toFixed(2)} s`;
  const seconds = Math.round(durationMs / 1000);
  if (seconds < 60) return `${(durationMs / 1000).toFixed(1)} s`;
  if (seconds < 3600) return pair(seconds, 60, ["m", "s"]);
  const minutes = Math.round(seconds / 60);
  if (minutes < 60 * 48) return pair(minutes, 60, ["h", "m"]);
  return pair(Math.round(minutes / 60), 24, ["d", "h"]);
}

/** "3 failed deliveries": the count with the word in its right number. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}

function pair(total: number, base: number, [big, small]: [string, string]): string {
  const rest = total % base;
  return rest === 0
    ? `${Math.floor(total / base)} ${big}`
    : `${Math.floor(total / base)} ${big} ${rest} ${small}`;
}

const plainNumber = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const compactNumber = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });
const percentNumber = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
