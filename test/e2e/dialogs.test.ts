import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { type App, startApp } from "#test/support/app-server.ts";
import { openBrowser, openVisit, screenshot } from "#test/support/browser.ts";
import { createDemo, demoPages, settled, signInToDemo } from "#test/support/demo.ts";
import { chosenLooks } from "#test/support/looks.ts";
import { type Opening, openings } from "#test/support/openings.ts";
import { seriousFindings, sidewaysOverflow } from "#test/support/page-audit.ts";

let app: App;
let browser: Browser;
let paths: Record<string, string>;

beforeAll(async () => {
  paths = await demoPages(await createDemo());
  app = await startApp();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
  await closeDatabases();
});

describe.each(chosenLooks)("everything that opens, %s", (look, options) => {
  test("is accessible, takes the focus and gives it back on Escape", { timeout: 400_000 }, async () => {
    await using visit = await openVisit(browser, app.url, options);
    // Of two devices, one can sign the other out.
    await signInToDemo(visit.page, app.url);
    await visit.page.context().clearCookies();
    await signInToDemo(visit.page, app.url);
    const findings: string[] = [];
    for (const opening of openings) {
      const found = await audit(visit.page, opening, look);
      findings.push(...found.map((finding) => `${opening.name}-${look}: ${finding}`));
    }
    expect(findings).toEqual([]);
  });
});

async function audit(page: Page, opening: Opening, look: string): Promise<string[]> {
  await page.goto(paths[opening.on] ?? "/");
  await settled(page);
  await page.keyboard.press("Tab");
  await opening.open(page);
  const popup = page.getByRole(opening.role ?? "dialog").last();
  await popup.waitFor();
  await page.waitForFunction(
    () => document.querySelector('[role$="dialog"] :is([aria-busy="true"], .animate-shimmer)') === null,
  );
  await screenshot(page, `open-${opening.name}-${look}`);
  const findings = await seriousFindings(page);
  const overflow = await sidewaysOverflow(page);
  if (overflow > 0) findings.push(`${overflow} px sideways`);
  if (!(await holdsFocus(popup))) findings.push("does not take the focus");
  if (await moves(popup)) findings.push("moves for somebody who wants less motion");
  await page.keyboard.press("Escape");
  await popup.waitFor({ state: "detached" });
  if (!(await isFocusSomewhere(page))) findings.push("loses the focus when it closes");
  return findings;
}

/** Whoever opened this page wants less motion: a millisecond is none. */
function moves(popup: Locator): Promise<boolean> {
  return popup.evaluate((element) =>
    [element, ...element.querySelectorAll("*")].some((part) => {
      const { transitionDuration, animationDuration } = getComputedStyle(part);
      return [transitionDuration, animationDuration]
        .flatMap((durations) => durations.split(", "))
        .some((duration) => Number.parseFloat(duration) > 0.001);
    }),
  );
}

function holdsFocus(popup: Locator): Promise<boolean> {
  return popup.evaluate((element) => element.contains(document.activeElement));
}

/** On the page's body alone, Tab would begin at the top again. */
async function isFocusSomewhere(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);
}
