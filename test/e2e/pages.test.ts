import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outsidePages } from "#test/support/demo.ts";
import { DemoScene } from "#test/support/demo-scene.ts";
import { chosenLooks } from "#test/support/looks.ts";
import { lookAt } from "#test/support/page-audit.ts";
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

test("the overview, lists and logs use a very wide window", { timeout: 200_000 }, async () => {
  await using visit = await scene.visit({ viewport: { width: 2_200, height: 1_200 } });
  const wide = ["overview", "endpoints", "events", "deliveries", "event-type", "docs-api"];
  const chosen = Object.fromEntries(wide.map((name) => [name, scene.pathOf(name)]));
  expect(await auditAll(visit.page, "wide", chosen)).toEqual([]);
});

async function auditAll(page: Page, look: string, pages: Record<string, string>): Promise<string[]> {
  const findings: string[] = [];
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await settled(page);
    const found = await lookAt(page, `${name}-${look}`);
    findings.push(...found.map((finding) => `${name}-${look}: ${finding}`));
  }
  return findings;
}
