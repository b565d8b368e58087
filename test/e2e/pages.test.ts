import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { type App, startApp } from "#test/support/app-server.ts";
import { openBrowser, openVisit, screenshot } from "#test/support/browser.ts";
import { createDemo, demoPages, outsidePages, settled, signInToDemo } from "#test/support/demo.ts";
import { chosenLooks } from "#test/support/looks.ts";
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

async function audit(page: Page, { name, path }: { name: string; path: string }): Promise<string[]> {
  await page.goto(path);
  await settled(page);
  await screenshot(page, name);
  const overflow = await sidewaysOverflow(page);
  const findings = await seriousFindings(page);
  return [...(overflow > 0 ? [`${overflow} px sideways`] : []), ...findings].map(
    (finding) => `${name}: ${finding}`,
  );
}

describe.each(chosenLooks)("every page, %s", (look, options) => {
  test("has no serious accessibility finding, nothing sticking out and no console error", {
    timeout: 400_000,
  }, async () => {
    await using visit = await openVisit(browser, app.url, options);
    visit.allow(/404/);
    const outside = await auditAll(visit.page, look, outsidePages);
    await signInToDemo(visit.page, app.url);
    expect([...outside, ...(await auditAll(visit.page, look, paths))]).toEqual([]);
  });
});

test("the overview, lists and logs use a very wide window", { timeout: 200_000 }, async () => {
  await using visit = await openVisit(browser, app.url, { viewport: { width: 2_200, height: 1_200 } });
  await signInToDemo(visit.page, app.url);
  const wide = ["overview", "endpoints", "events", "deliveries", "event-type", "docs-api"];
  const chosen = Object.fromEntries(wide.map((name) => [name, paths[name] ?? "/"]));
  expect(await auditAll(visit.page, "wide", chosen)).toEqual([]);
});

async function auditAll(page: Page, look: string, pages: Record<string, string>): Promise<string[]> {
  const findings: string[] = [];
  for (const [name, path] of Object.entries(pages))
    findings.push(...(await audit(page, { name: `${name}-${look}`, path })));
  return findings;
}
