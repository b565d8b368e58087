import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { screenshot } from "#test/support/browser.ts";
import { outsidePages } from "#test/support/demo.ts";
import { DemoScene } from "#test/support/demo-scene.ts";
import { chosenLooks } from "#test/support/looks.ts";
import { lookAt, sidewaysOverflow } from "#test/support/page-audit.ts";
import { settled } from "#test/support/settled.ts";

let scene: DemoScene;

beforeAll(async () => {
  scene = await DemoScene.open();
});

afterAll(() => scene.close());

describe.each(chosenLooks)("every page, %s", (look, options) => {
  test("has no serious accessibility finding, nothing sticking out and no console error", {
    timeout: 400_000,
  }, async () => {
    await using visit = await scene.outsider(options);
    visit.allow(/404/);
    const outside = await auditAll(visit.page, look, outsidePages);
    await scene.signIn(visit.page);
    expect([...outside, ...(await auditAll(visit.page, look, scene.paths))]).toEqual([]);
  });
});

async function auditAll(page: Page, look: string, pages: Record<string, string>): Promise<string[]> {
  const findings: string[] = [];
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await settled(page);
    const found = await lookAt(page, `${name}-${look}`);
    findings.push(...found.map((finding) => `${name}-${look}: ${finding}`));
    if (look === "light") await fitsOtherWindows(page, name);
  }
  return findings;
}

/** A small notebook and a very wide screen. */
async function fitsOtherWindows(page: Page, name: string): Promise<void> {
  const own = page.viewportSize();
  for (const width of [1_280, 2_200]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => sidewaysOverflow(page), { message: `${name} at ${width} px` }).toBe(0);
    await screenshot(page, `${name}-${width}`);
  }
  if (own) await page.setViewportSize(own);
}
