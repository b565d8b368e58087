import { afterAll, beforeAll, expect, test } from "vitest";
import { DemoScene } from "#test/support/demo-scene.ts";
import { rowIds } from "#test/support/page-parts.ts";
import { settled } from "#test/support/settled.ts";

let scene: DemoScene;

beforeAll(async () => {
  scene = await DemoScene.open();
});

afterAll(() => scene.close());

test("Back returns to where one had scrolled", async () => {
  await using visit = await scene.visit();
  const { page } = visit;
  await scene.show(page, "settings-audit-log");
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
  await using visit = await scene.visit();
  const { page } = visit;
  await scene.show(page, "deliveries");
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
