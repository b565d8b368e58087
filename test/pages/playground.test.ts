import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppScene } from "#test/support/app-scene.ts";
import { screenshot } from "#test/support/browser.ts";
import { measureEffort } from "#test/support/effort.ts";
import { lookAround, seriousFindings, sidewaysOverflow } from "#test/support/page-audit.ts";
import { createAccount, createApiKey, introduce, signUp } from "#test/support/person.ts";

const run = promisify(execFile);

let scene: AppScene;

beforeAll(async () => {
  // As an installation is by default: no plain http, no private address.
  scene = await AppScene.open({ env: { POSTHORN_EGRESS_ALLOW: "", POSTHORN_ALLOW_HTTP: "false" } });
});

afterAll(() => scene.close());

test("first run: from sign-up to a delivered test event with request and response, in under 15 clicks and 2 minutes", async () => {
  await using visit = await scene.outsider();
  const { page } = visit;
  const expectEffort = await measureEffort(page);
  await introduce(page, { name: "Ada Lovelace", email: "ada@first.example" });
  await expect.poll(() => page.getByLabel("Tenant").inputValue()).toBe("First");
  await createAccount(page);
  await page.getByText("0 of 4 done").waitFor();
  await page.getByRole("button", { name: "Load sample data" }).click();
  await page
    .getByText(/^sample\.\w+\.\w+$/)
    .first()
    .waitFor();
  await createInboxEndpoint(page);
  const statuses = await noteStatuses(page);
  await page.getByRole("button", { name: "Send test event" }).click();
  await page.getByRole("status").filter({ hasText: "Delivered" }).waitFor();
  const seen = await statuses();
  expect([seen.at(0), seen.at(-1)]).toEqual(["pending", "delivered"]);
  await page.getByRole("link", { name: "Open delivery" }).click();
  await page.getByText("Received by the test inbox.").waitFor();
  await page.getByRole("tab", { name: "Request" }).click();
  await page.getByText("webhook-signature").waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Overview" }).first().click();
  await page.getByText("3 of 4 done").waitFor();
  await finishFirstSteps(page);
  await screenshot(page, "overview-first-steps-done");
  expectEffort({ clicks: 14, seconds: 120 });
  await page.reload();
  await page.getByText("Latest failures").first().waitFor();
  expect(await page.getByText("4 of 4 done").count()).toBe(0);
  expect(await page.getByRole("button", { name: /First steps/ }).count()).toBe(0);
});

/** Through the first step of the overview, and says what stands on the page after it. */
async function createInboxEndpoint(page: Page): Promise<void> {
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
}

/** Notes which states the line of a delivery goes through from now on. */
async function noteStatuses(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seenStatuses: seen });
    new MutationObserver(() => {
      const line = document.querySelector<HTMLElement>('[role="status"] [data-status]');
      const status = line?.dataset.status;
      if (status && status !== seen.at(-1)) seen.push(status);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return () => page.evaluate(() => (window as unknown as { seenStatuses: string[] }).seenStatuses);
}

/** From the overview, where the API key is what is left to do, until the last tick stands there. */
async function finishFirstSteps(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Create key" }).click();
  await page.getByRole("button", { name: "Create API key" }).first().click();
  await page.getByRole("dialog").getByLabel("Name").fill("Billing backend");
  await page.getByRole("dialog").getByRole("button", { name: "Create key" }).click();
  await page.getByText(/^phk_/).first().waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Overview" }).first().click();
  await page.getByRole("heading", { name: "Your first webhook is delivered" }).waitFor();
  await page.getByText("4 of 4 done").waitFor();
}

test("first event with curl: the shown command runs as pasted, and the page that waits turns into a link to the event", async () => {
  await using visit = await scene.outsider();
  const { page } = visit;
  const path = await signUp(page, { name: "Ada Lovelace", email: "ada@curl.example", tenant: "Curl" });
  const expectEffort = await measureEffort(page);
  await page.getByRole("navigation").getByRole("link", { name: "Developers" }).click();
  await createApiKey(page, path);
  for (const language of ["curl", "TypeScript", "Python", "Go"])
    await page.getByRole("button", { name: language, exact: true }).waitFor();
  await page.getByText("Waiting for your first event…").waitFor();
  const command = await page.locator("pre", { hasText: "curl http" }).first().innerText();
  const { stdout } = await run("bash", ["-c", command]);
  const { id } = JSON.parse(stdout) as { id: string };
  await page.getByRole("link", { name: "Open event" }).click();
  await page.waitForURL(`**${path}/events/${id}`);
  await page.getByText("in_1042").first().waitFor();
  expectEffort({ clicks: 8, seconds: 120 });
});

test("sample data fills an empty tenant in one press, says what it is, and goes in two", async () => {
  await using visit = await scene.outsider();
  const { page } = visit;
  const path = await signUp(page, { name: "Grace Hopper", email: "grace@sample.example", tenant: "Sample" });
  await screenshot(page, "overview-empty");
  await page.getByRole("button", { name: "Load sample data" }).click();
  await page.getByText("This tenant holds sample data").waitFor();
  await page.getByText("0 of 4 done").waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sidewaysOverflow(page)).toBe(0);
  await screenshot(page, "overview-sample-phone");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("link", { name: "See its deliveries" }).click();
  await page.getByRole("row").filter({ hasText: "Delivered" }).first().waitFor();
  await page.getByRole("row").filter({ hasText: "sample." }).first().waitFor();
  await page.goto(path);
  await page.getByRole("button", { name: "Remove sample data" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Load sample data" }).waitFor();
  await page.goto(`${path}/endpoints`);
  await page.getByText("No endpoints yet").waitFor();
});

test("the playground shows what arrives as it arrives, what its signature is worth, and answers as told", async () => {
  await using visit = await scene.outsider();
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
  await sheet.getByText("webhook-id").first().waitFor();
  await screenshot(page, "playground-request");
  expect(await seriousFindings(page)).toEqual([]);
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
  expect(await lookAround(page, "playground-used")).toEqual([]);
});
