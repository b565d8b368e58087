import type { Page } from "playwright-core";

/** Resolves when a page knows of what was typed into it, and would ask before it is left. */
export async function asksToLeave(page: Page): Promise<void> {
  await page.waitForFunction(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
}
