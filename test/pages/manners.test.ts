import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Preferences } from "#lib/contracts/preferences.ts";
import { outsidePages } from "#test/support/demo.ts";
import { DemoScene } from "#test/support/demo-scene.ts";
import { looks } from "#test/support/looks.ts";
import { outage, outageDetail } from "#test/support/outage.ts";
import { smallTargets, structureFindings, unseenStops } from "#test/support/page-manners.ts";
import { settled } from "#test/support/settled.ts";

let scene: DemoScene;

beforeAll(async () => {
  scene = await DemoScene.open();
});

afterAll(() => scene.close());

async function choose(page: Page, changes: Partial<Preferences>): Promise<void> {
  const answer = await page.request.post("/api/auth/preferences", {
    data: changes,
    headers: { origin: scene.url },
  });
  expect(answer.ok()).toBe(true);
}

test("every page has a title of its own, one main heading, one main part, and real links", {
  timeout: 300_000,
}, async () => {
  await using outsider = await scene.outsider();
  await using visit = await scene.visit();
  for (const { allow } of [outsider, visit]) allow(/404/);
  const findings: string[] = [];
  const titles = new Map<string, string>();
  for (const [{ page }, pages] of [
    [outsider, outsidePages],
    [visit, scene.paths],
  ] as const) {
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path);
      await settled(page);
      findings.push(...(await structureFindings(page)).map((finding) => `${name}: ${finding}`));
      const title = await page.title();
      const other = titles.get(title);
      const isSamePage = other?.split("?")[0] === path.split("?")[0];
      if (other && !isSamePage) findings.push(`${name}: has the title of ${other}, "${title}"`);
      titles.set(title, path);
    }
  }
  expect(findings).toEqual([]);
});

describe("by keyboard", () => {
  test("the first stop leads past the navigation, and every stop shows that it has the focus", {
    timeout: 200_000,
  }, async () => {
    await using visit = await scene.visit();
    const { page } = visit;
    await scene.show(page, "overview");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
    const unseen: string[] = [];
    for (const name of [
      "overview",
      "endpoints",
      "endpoint-settings",
      "deliveries",
      "event-type",
      "settings-members",
    ]) {
      await scene.show(page, name);
      unseen.push(...(await unseenStops(page, 45)).map((stop) => `${name}: ${stop}`));
    }
    expect(unseen).toEqual([]);
  });

  test("a chart is read bar by bar, and a bar opens its deliveries", async () => {
    await using visit = await scene.visit();
    const { page } = visit;
    await scene.show(page, "overview-30d");
    const chart = page.getByRole("figure", { name: "Attempts", exact: true });
    await expect.poll(() => chart.textContent()).toMatch(/Attempts: [\d,]+ delivered/);
    await chart.getByRole("application").focus();
    await page.keyboard.press("ArrowRight");
    await chart.getByText("Delivered", { exact: true }).nth(1).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/deliveries\?range=/);
    await page.getByRole("heading", { level: 1, name: "Deliveries" }).waitFor();
  });
});

test("on a phone every control is large enough for a finger", { timeout: 200_000 }, async () => {
  await using visit = await scene.visit(looks.phone);
  const small: string[] = [];
  for (const name of [
    "overview",
    "endpoints",
    "endpoint-settings",
    "deliveries",
    "event-types",
    "applications",
    "api-keys",
    "settings-members",
    "settings-audit-log",
  ]) {
    await scene.show(visit.page, name);
    small.push(...(await smallTargets(visit.page)).map((target) => `${name}: ${target}`));
  }
  expect(small).toEqual([]);
});

test("every copy button puts its text on the clipboard and says so", async () => {
  await using visit = await scene.visit({ permissions: ["clipboard-read", "clipboard-write"] });
  const { page } = visit;
  for (const name of ["endpoint-settings", "event", "quickstart"]) {
    await scene.show(page, name);
    const buttons = page.getByRole("main").getByRole("button", { name: /^Copy (?!secret)/ });
    expect(await buttons.count()).toBeGreaterThan(0);
    for (const button of await buttons.elementHandles()) {
      await page.evaluate(() => navigator.clipboard.writeText(""));
      await button.evaluate((element) => (element as HTMLElement).click());
      await page.getByRole("status").filter({ hasText: "Copied to the clipboard" }).first().waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).not.toBe("");
    }
  }
});

describe("the theme", () => {
  test.each([
    { system: "dark", chosen: "system", isDark: true },
    { system: "light", chosen: "system", isDark: false },
    { system: "dark", chosen: "light", isDark: false },
    { system: "light", chosen: "dark", isDark: true },
  ] as const)(
    "$chosen on a $system system is there before any script of the page, so that nothing flashes",
    async ({ system, chosen, isDark }) => {
      await using visit = await scene.visit({ colorScheme: system });
      visit.allow(/ERR_FAILED/);
      await choose(visit.page, { theme: chosen });
      await visit.page.route("**/_next/static/chunks/*.js", (route) => route.abort());
      await visit.page.goto(scene.pathOf("endpoints"), { waitUntil: "domcontentloaded" });
      const look = await visit.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
      expect(look).toBe(isDark ? "dark" : "light");
    },
  );
});

test("who wants less motion gets none", async () => {
  await using visit = await scene.visit({ reducedMotion: "reduce" });
  await scene.show(visit.page, "applications");
  await visit.page.getByRole("button", { name: "New application" }).click();
  const seconds = await visit.page
    .getByRole("dialog")
    .evaluate((dialog) => getComputedStyle(dialog).transitionDuration.split(",").map(Number.parseFloat));
  expect(Math.max(...seconds)).toBeLessThanOrEqual(0.001);
});

test("a form that is sent says so and cannot be sent twice; what went wrong stays beside it", async () => {
  await using visit = await scene.visit();
  visit.allow(/503/);
  const { page } = visit;
  await scene.show(page, "applications");
  await page.getByRole("button", { name: "New application" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Twice & Co");
  let sent = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/api/v1/applications", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    sent += 1;
    await promise;
    return route.fulfill(outage);
  });
  const submit = dialog.getByRole("button", { name: "Create application" });
  await submit.click();
  await dialog.locator("[aria-busy=true]").first().waitFor();
  await submit.click({ force: true });
  await dialog.getByLabel("Name").press("Enter");
  resolve();
  await dialog.getByRole("alert").filter({ hasText: outageDetail }).waitFor();
  expect(sent).toBe(1);
  expect(await dialog.getByLabel("Name").inputValue()).toBe("Twice & Co");
});

test("a change that the server refuses is taken back, in words that are read out politely", async () => {
  await using visit = await scene.visit();
  visit.allow(/503/);
  const { page } = visit;
  await scene.show(page, "endpoint");
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/api/v1/endpoints/*", async (route) => {
    if (route.request().method() !== "PATCH") return route.continue();
    await promise;
    return route.fulfill(outage);
  });
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await page.getByRole("button", { name: "Resume", exact: true }).waitFor();
  resolve();
  await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
  await page
    .locator("[aria-live=polite]")
    .filter({ hasText: "It is not paused" })
    .waitFor({ state: "attached" });
  // A toast goes; what went wrong stays on the page until it is dismissed.
  const note = page.getByRole("main").getByText("It is not paused");
  await note.waitFor();
  await page.getByRole("button", { name: "Dismiss", exact: true }).click();
  await note.waitFor({ state: "detached" });
});
