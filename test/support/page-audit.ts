import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { screenshot } from "./browser.ts";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Takes a picture of the page as it stands, and answers what is wrong with it, one line each. */
export async function lookAt(page: Page, picture: string): Promise<string[]> {
  await screenshot(page, picture);
  const overflow = await sidewaysOverflow(page);
  const findings = await seriousFindings(page);
  return overflow > 0 ? [`${overflow} px sideways`, ...findings] : findings;
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

/** How many pixels the page is wider than its window; 0 when nothing sticks out. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

let script: string | undefined;

async function scriptText(): Promise<string> {
  script ??= await readFile(axePath, "utf8");
  return script;
}
