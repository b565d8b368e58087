import type { Page } from "playwright-core";
import { settled } from "./settled.ts";

type RouteChange = { to: string; durationMs: number };

const places = ["Endpoints", "Events", "Deliveries", "Replays", "Event types", "Applications", "Overview"];

/**
 * How long it takes from a click in the sidebar until the page's heading stands there, in milliseconds, for pages that were
 * seen before. Begins on the overview.
 */
export async function routeChanges(page: Page): Promise<RouteChange[]> {
  for (const place of places) await change(page, place);
  const changes: RouteChange[] = [];
  for (const place of places) changes.push({ to: place, durationMs: await change(page, place) });
  return changes;
}

/** The changes as a table, line by line. */
export function routeChangeTable(changes: readonly RouteChange[]): string[] {
  const rows = changes.map(({ to, durationMs }) => `${to} | ${durationMs.toFixed(0)}`);
  return ["change to a page seen before | from click to heading, ms", "-|-", ...rows];
}

async function change(page: Page, place: string): Promise<number> {
  const durationMs = await page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const links = document.querySelectorAll<HTMLAnchorElement>('nav[aria-label="Main"] a');
        const link = [...links].find(({ textContent }) => textContent?.trim() === name);
        if (!link) return reject(new Error(`the sidebar has no ${name}`));
        const startedAt = performance.now();
        const look = () => {
          if (document.querySelector("h1")?.textContent !== name) return requestAnimationFrame(look);
          return resolve(performance.now() - startedAt);
        };
        link.click();
        return look();
      }),
    place,
  );
  await settled(page);
  return durationMs;
}
