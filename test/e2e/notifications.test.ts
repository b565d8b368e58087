import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, startApp } from "#test/support/app-server.ts";
import { openBrowser, openVisit, screenshot } from "#test/support/browser.ts";
import { seriousFindings, sidewaysOverflow } from "#test/support/page-audit.ts";
import { signUp } from "#test/support/person.ts";
import { createReceiver } from "#test/support/receiver.ts";

let app: App;
let browser: Browser;

beforeAll(async () => {
  app = await startApp();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
});

test("an owner chooses what is told, sets a webhook for Slack and sees a test alert arrive there", async () => {
  await using slack = await createReceiver();
  await using visit = await openVisit(browser, app.url, { colorScheme: "light" });
  const { page } = visit;
  const path = await signUp(page, { name: "Ada", email: "ada@alerts.example", tenant: "alerts" });
  await page.goto(`${path}/settings/notifications`);
  await page.getByText("No alerts yet").waitFor();
  await page.getByLabel("Share of attempts that fail, in %").fill("0");
  await page.getByRole("button", { name: "Save alerts" }).click();
  await page
    .getByLabel("Share of attempts that fail, in %")
    .and(page.locator("[aria-invalid=true]"))
    .waitFor();
  await page.getByLabel("Share of attempts that fail, in %").fill("25");
  await page.getByRole("checkbox", { name: /Endpoint recovered/ }).click();
  await page.getByRole("button", { name: "Save alerts" }).click();
  await page.getByText("Saved", { exact: true }).first().waitFor();

  await page.getByLabel("Webhook URL").fill(slack.url);
  await page.getByRole("button", { name: "Save webhook" }).click();
  await page.getByText(`Posts to ${new URL(slack.url).host}`).waitFor();
  await page.getByRole("button", { name: "Send a test alert" }).click();
  await slack.waitFor(1);
  expect(slack.requests[0]?.body.toString()).toContain(`${path}/settings/notifications`);
  await page.getByRole("cell", { name: "Slack sent" }).waitFor();

  await page.reload();
  await page.getByRole("cell", { name: "Slack sent" }).waitFor();
  expect(await page.getByLabel("Share of attempts that fail, in %").inputValue()).toBe("25");
  expect(await page.getByRole("checkbox", { name: /Endpoint recovered/ }).isChecked()).toBe(false);
  for (const [look, colorScheme, width] of [
    ["light", "light", 1280],
    ["dark", "dark", 1280],
    ["phone", "light", 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await screenshot(page, `notifications-${look}`);
    expect([await seriousFindings(page), await sidewaysOverflow(page)]).toEqual([[], 0]);
  }
});
