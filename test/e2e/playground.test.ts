import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, startApp } from "#test/support/app-server.ts";
import { openBrowser, openVisit, screenshot } from "#test/support/browser.ts";
import { measureEffort } from "#test/support/effort.ts";
import { seriousFindings, sidewaysOverflow } from "#test/support/page-audit.ts";
import { signUp } from "#test/support/person.ts";

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

test("first run: from sign-up to a delivered test event with request and response, in under 15 clicks and 2 minutes", async () => {
  await using visit = await openVisit(browser, app.url);
  const { page } = visit;
  const effort = await measureEffort(page);
  await signUp(page, { name: "Ada Lovelace", email: "ada@first.example", tenant: "First" });
  await page.getByRole("link", { name: "Create endpoint" }).first().click();
  await page.getByRole("button", { name: "Use a test inbox" }).click();
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('input[name="url"]')?.value !== "",
  );
  await page.getByRole("button", { name: "Create endpoint" }).click();
  await page
    .getByText(/^whsec_/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Copy secret" }).waitFor();
  await page.getByRole("heading", { name: "Verify in your receiver" }).waitFor();
  await page.getByRole("button", { name: "Send test event" }).click();
  await page.getByRole("status").filter({ hasText: "Delivered" }).waitFor();
  await page.getByRole("link", { name: "Open delivery" }).click();
  await page.getByText("Received by the test inbox.").waitFor();
  await page.getByRole("tab", { name: "Request" }).click();
  await page.getByText("webhook-signature").waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Overview" }).first().click();
  await page.getByText("3 of 4 done").waitFor();
  const { clicks, seconds } = await effort();
  expect(clicks).toBeLessThan(15);
  expect(clicks).toBeGreaterThan(5);
  expect(seconds).toBeLessThan(120);
});

test("the playground shows what arrives as it arrives, what its signature is worth, and answers as told", async () => {
  await using visit = await openVisit(browser, app.url);
  const { page } = visit;
  const path = await signUp(page, { name: "Grace Hopper", email: "grace@play.example", tenant: "Play" });
  await page.goto(`${path}/playground`);
  await page.getByRole("button", { name: "Connect the inbox" }).click();
  await page.getByRole("button", { name: "Send test event" }).click();
  const table = page.getByRole("table", { name: "Received requests" });
  await table.getByText("Verified").waitFor();
  await page.getByRole("status").filter({ hasText: "Delivered" }).waitFor();
  await table.getByRole("button", { name: /posthorn\.test/ }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("The signature verifies").waitFor();
  await sheet.getByText("webhook-id").waitFor();
  await sheet.getByRole("button", { name: "Close" }).click();

  await page.getByRole("combobox", { name: "Answers with" }).click();
  await page.getByRole("option", { name: /500 Server error/ }).click();
  await page.getByRole("button", { name: "Send test event" }).click();
  await page.getByRole("status").filter({ hasText: "HTTP 500" }).waitFor();
  await table.getByRole("cell", { name: "500" }).first().waitFor();

  const inbox = (
    await page
      .getByText(/\/inbox\/in_/)
      .first()
      .innerText()
  ).trim();
  const answer = await fetch(`${inbox}?status=204`, { method: "PUT", body: "from outside" });
  expect(answer.status).toBe(204);
  await table.getByRole("button", { name: /PUT/ }).waitFor();
  expect((await fetch(inbox.replace(/in_\w+$/, "in_nobodys"), { method: "POST" })).status).toBe(404);
  for (const [look, colorScheme, width] of [
    ["light", "light", 1280],
    ["dark", "dark", 1280],
    ["phone", "light", 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await screenshot(page, `playground-used-${look}`);
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  }
});
