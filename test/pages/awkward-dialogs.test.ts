import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AwkwardScene } from "#test/support/awkward-scene.ts";
import { chosenLooks } from "#test/support/looks.ts";
import { chooseFrom, findInPalette, type Opening, openRow, press } from "#test/support/openings.ts";
import { lookAt, sidewaysOverflowOf } from "#test/support/page-audit.ts";
import { settled } from "#test/support/settled.ts";

let scene: AwkwardScene;

beforeAll(async () => {
  scene = await AwkwardScene.open();
});

afterAll(() => scene.close());

/** What opens over a page and speaks of something by its name. */
const openings: readonly Opening[] = [
  { name: "delivery-sheet", on: "deliveries", open: openRow },
  { name: "palette-types", on: "overview", open: findInPalette("invoice", /^invoice/) },
  { name: "palette-others", on: "overview", open: findInPalette("donau", /^Donau/) },
  { name: "send-again", on: "event", open: chooseTargets },
  { name: "delete-endpoint", on: "endpoint-settings", open: press("Delete endpoint"), role: "alertdialog" },
  {
    name: "delete-application",
    on: "application-settings",
    open: press("Delete application"),
    role: "alertdialog",
  },
  { name: "delete-event-type", on: "event-type", open: chooseFrom("More", "Delete…"), role: "alertdialog" },
  {
    name: "revoke-api-key",
    on: "api-keys",
    open: chooseFrom(/^Actions for Donau/, "Revoke…"),
    role: "alertdialog",
  },
  { name: "remove-member", on: "members", open: press(/^Remove donau/), role: "alertdialog" },
  { name: "leave-tenant", on: "members", open: press("Leave"), role: "alertdialog" },
];

describe.each(chosenLooks)("what opens over a page, %s", (look, options) => {
  test("holds names without end, space or direction", { timeout: 200_000 }, async () => {
    await using visit = await scene.visit(options);
    const findings: string[] = [];
    for (const opening of openings) {
      const found = await audit(visit.page, opening, look);
      findings.push(...found.map((finding) => `${opening.name}: ${finding}`));
    }
    expect(findings).toEqual([]);
  });
});

async function chooseTargets(page: Page): Promise<void> {
  await press("Send again")(page);
  await page.getByRole("radio", { name: "Chosen endpoints" }).click();
  await page.getByRole("group", { name: "Endpoints" }).getByRole("checkbox").nth(1).waitFor();
}

async function audit(page: Page, { name, on, open, role = "dialog" }: Opening, look: string) {
  await page.goto(scene.tenant.paths[on] ?? "/");
  await settled(page);
  await open(page);
  const popup = page.getByRole(role).last();
  await popup.waitFor();
  await page.waitForFunction(
    () => document.querySelector('[role$="dialog"] :is([aria-busy="true"], .animate-shimmer)') === null,
  );
  const within = await sidewaysOverflowOf(popup);
  const findings = await lookAt(page, `awkward-${name}-${look}`);
  return within > 0 ? [`${within} px sideways in it`, ...findings] : findings;
}
