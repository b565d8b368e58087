import type { Page } from "playwright-core";

export type Effort = { clicks: number; seconds: number };

/** Counts from now on what a person does on this page, over all navigation; answers with a function that reads it. */
export async function measureEffort(page: Page): Promise<() => Promise<Effort>> {
  const startedAtMs = performance.now();
  let clicks = 0;
  await page.exposeFunction("noteClick", () => {
    clicks += 1;
  });
  await page.addInitScript(() => {
    const { noteClick } = window as unknown as { noteClick: () => void };
    addEventListener("pointerdown", () => noteClick(), { capture: true });
  });
  return async () => ({ clicks, seconds: (performance.now() - startedAtMs) / 1_000 });
}
