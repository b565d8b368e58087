import type { Page } from "playwright-core";

/** Resolves when a page shows what it came for: its heading, and no skeleton any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await loaded(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Resolves when no part of a page waits for what it is to show. */
export async function loaded(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .animate-shimmer') === null);
}
