import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DemoScene } from "#test/support/demo-scene.ts";
import { chosenLooks } from "#test/support/looks.ts";
import { type Opening, openings } from "#test/support/openings.ts";
import { lookAt } from "#test/support/page-audit.ts";

let scene: DemoScene;

beforeAll(async () => {
  scene = await DemoScene.open();
});

afterAll(() => scene.close());

describe.each(chosenLooks)("everything that opens, %s", (look, options) => {
  test("is accessible, takes the focus and gives it back on Escape", { timeout: 400_000 }, async () => {
    await using visit = await scene.visit(options);
    // Of two devices, one can sign the other out.
    await visit.page.context().clearCookies();
    await scene.signIn(visit.page);
    const findings: string[] = [];
    for (const opening of openings) {
      const found = await audit(visit.page, opening, look);
      findings.push(...found.map((finding) => `${opening.name}-${look}: ${finding}`));
    }
    expect(findings).toEqual([]);
  });
});

async function audit(page: Page, opening: Opening, look: string): Promise<string[]> {
  await scene.show(page, opening.on);
  await page.keyboard.press("Tab");
  await opening.open(page);
  const popup = page.getByRole(opening.role ?? "dialog").last();
  await popup.waitFor();
  await page.waitForFunction(
    () => document.querySelector('[role$="dialog"] :is([aria-busy="true"], .animate-shimmer)') === null,
  );
  const findings = await lookAt(page, `open-${opening.name}-${look}`);
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
