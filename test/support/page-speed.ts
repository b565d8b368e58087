import type { Page } from "playwright-core";

export type PageSpeed = {
  /** Compressed bytes of all scripts that the page loaded. */
  scriptBytes: number;
  scripts: { name: string; bytes: number }[];
  layoutShift: number;
  firstContentfulPaintMs: number;
  largestContentfulPaintMs: number;
  totalBlockingMs: number;
};

type Seen = {
  layoutShift: number;
  largestContentfulPaintMs: number;
  longTasks: { start: number; duration: number }[];
};

/** Watches how fast pages become useful, from the next page on; see `pageSpeed`. */
export async function watchPageSpeed(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen = { layoutShift: 0, largestContentfulPaintMs: 0, longTasks: [] };
    Object.assign(window, { seenByTests: seen });
    const observe = (type: string, note: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) note(entry);
      }).observe({ type, buffered: true });
    observe("largest-contentful-paint", (entry) => {
      seen.largestContentfulPaintMs = entry.startTime;
    });
    observe("longtask", ({ startTime, duration }) => seen.longTasks.push({ start: startTime, duration }));
    observe("layout-shift", (entry) => {
      const { value, hadRecentInput } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) seen.layoutShift += value;
    });
  });
}

/** What was seen since the page was opened: sizes as they were sent, times in milliseconds from the click on. */
export function pageSpeed(page: Page): Promise<PageSpeed> {
  return page.evaluate(() => {
    const { seenByTests: seen } = window as unknown as { seenByTests: Seen };
    const scripts = (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
      .map(({ name, encodedBodySize }) => ({ name: new URL(name).pathname, bytes: encodedBodySize }));
    const paintedAt = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    return {
      scripts,
      scriptBytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0),
      layoutShift: seen.layoutShift,
      firstContentfulPaintMs: paintedAt,
      largestContentfulPaintMs: seen.largestContentfulPaintMs,
      totalBlockingMs: seen.longTasks
        .filter(({ start }) => start >= paintedAt)
        .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    };
  });
}
