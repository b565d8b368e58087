import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Locator, Page } from "playwright-core";
import { screenshot } from "./browser.ts";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Takes a picture of the page as it stands, and answers what is wrong with it, one line each. */
export async function lookAt(page: Page, picture: string): Promise<string[]> {
  await screenshot(page, picture);
  const overflow = await sidewaysOverflow(page);
  const findings = [...(await spillingCells(page)), ...(await seriousFindings(page))];
  return overflow > 0 ? [`${overflow} px sideways`, ...findings] : findings;
}

/** The same in light, in dark and as wide as a phone, one after the other. */
export async function lookAround(page: Page, picture: string): Promise<string[]> {
  const findings: string[] = [];
  for (const [look, colorScheme, width] of [
    ["light", "light", 1280],
    ["dark", "dark", 1280],
    ["phone", "light", 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    findings.push(...(await lookAt(page, `${picture}-${look}`)));
  }
  return findings;
}

type AxeResult = { violations: { id: string; impact: string | null; nodes: { html: string }[] }[] };

/** What axe finds of serious or critical impact on the page as it stands, one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(await scriptText());
  const { violations } = await page.evaluate(() => {
    const { axe } = window as unknown as {
      axe: { run: (context: object, options: object) => Promise<AxeResult> };
    };
    // What floats has unseen stops of the Tab key at its ends that pass the focus on at once: nobody ever stands on one.
    const context = { exclude: [["[data-base-ui-focus-guard]"]] };
    return axe.run(context, { resultTypes: ["violations"] });
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** The cells of tables whose content is drawn over their neighbours, one line each. */
function spillingCells(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("th, td")]
      .filter(({ textContent }) => textContent)
      .filter((cell) => getComputedStyle(cell).overflowX === "visible")
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map((cell) => `spills over the next cell: ${cell.textContent?.slice(0, 80)}`),
  );
}

/** How many pixels the page is wider than its window; 0 when nothing sticks out. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The same of what floats above a page: neither it nor a part that scrolls pans sideways, unless it is made to. */
export function sidewaysOverflowOf(popup: Locator): Promise<number> {
  return popup.evaluate((element) => {
    const pans = (part: Element) =>
      /auto|scroll/.test(getComputedStyle(part).overflowX) &&
      !part.matches("[tabindex='0'], textarea, .scroll-line");
    const parts = [element, ...[...element.querySelectorAll("*")].filter(pans)];
    return Math.max(...parts.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  });
}

let script: string | undefined;

async function scriptText(): Promise<string> {
  script ??= await readFile(axePath, "utf8");
  return script;
}
