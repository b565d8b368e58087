import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { type App, startApp } from "#test/support/app-server.ts";
import { openBrowser, openVisit } from "#test/support/browser.ts";
import { createDemo, demoPages, settled, signInToDemo } from "#test/support/demo.ts";

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

async function openDemo(name: string) {
  const visit = await openVisit(browser, app.url);
  await signInToDemo(visit.page, app.url);
  await visit.page.goto(paths[name] ?? "/");
  await settled(visit.page);
  return visit;
}

test("Back returns to where one had scrolled", async () => {
  await using visit = await openDemo("settings-audit-log");
  const { page } = visit;
  await page.evaluate(() => window.scrollTo(0, 1_000));
  const row = page.getByRole("main").locator("tbody").getByRole("link").filter({ hasText: "https" });
  await row.last().scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => window.scrollY);
  expect(scrolled).toBeGreaterThan(0);
  await row.last().click();
  await page
    .getByRole("tab", { name: "Settings" })
    .or(page.getByRole("link", { name: "Test", exact: true }))
    .first()
    .waitFor();
  await page.goBack();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(scrolled);
});

test("a further page of a log has an address of its own, which a reload and Back come back to", async () => {
  await using visit = await openDemo("deliveries");
  const { page } = visit;
  const first = await rowIds(page);
  await page.getByRole("link", { name: "Next" }).click();
  await page.waitForURL(/cursor=/);
  await expect.poll(() => rowIds(page)).not.toContain(first[0]);
  const second = await rowIds(page);
  await page.reload();
  await settled(page);
  expect(await rowIds(page)).toEqual(second);
  await page.goBack();
  await expect.poll(() => rowIds(page)).toEqual(first);
});

function rowIds(page: Page): Promise<(string | null)[]> {
  return page
    .locator("[data-row]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("data-row")));
}
