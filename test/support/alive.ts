import { errors, type Page } from "playwright-core";

/** What React never takes over, such as parts of a page that turned out to be missing, is not waited for longer. */
const patienceMs = 5_000;

/**
 * Resolves when React has taken over every control of a page and run what follows from that; before, it hears
 * neither keys nor clicks. A document without scripts is alive at once.
 */
export async function alive(page: Page): Promise<void> {
  const isTakenOver = () => {
    if (document.querySelector('script[src*="/_next/"]') === null) return true;
    const isStreamed = document.querySelector('div[hidden][id^="S:"], template[id^="B:"]') === null;
    const isTaken = (control: Element) => Object.keys(control).some((key) => key.startsWith("__reactFiber$"));
    return isStreamed && [...document.querySelectorAll("a, button, input, select, textarea")].every(isTaken);
  };
  await page.waitForFunction(isTakenOver, undefined, { timeout: patienceMs }).catch(onlyTimeouts);
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
}

function onlyTimeouts(error: unknown): void {
  if (!(error instanceof errors.TimeoutError)) throw error;
}
