import type { Page } from "playwright-core";

/**
 * Resolves when React has taken over every control of a page and run what follows from that; before, it hears
 * neither keys nor clicks. A document without scripts is alive at once.
 */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    if (document.querySelector('script[src*="/_next/"]') === null) return true;
    const isStreamed = document.querySelector('div[hidden][id^="S:"], template[id^="B:"]') === null;
    const isTaken = (control: Element) => Object.keys(control).some((key) => key.startsWith("__reactFiber$"));
    return isStreamed && [...document.querySelectorAll("a, button, input, select, textarea")].every(isTaken);
  });
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
}
