import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppScene } from "#test/support/app-scene.ts";
import { buttonOf } from "#test/support/page-parts.ts";
import { createApiKey } from "#test/support/person.ts";

let scene: AppScene;

beforeAll(async () => {
  scene = await AppScene.open();
});

afterAll(() => scene.close());

const field = (page: Page, label: string) => page.getByRole("textbox", { name: label });
const row = (page: Page, text: string | RegExp) => page.getByRole("row").filter({ hasText: text });
const linkText = (page: Page) => page.getByText(/\/invitations\//).first();

/** Invites somebody as a viewer and answers the link shown. */
async function invite(page: Page, path: string, email: string): Promise<string> {
  await page.goto(`${path}/settings/members`);
  await buttonOf(page, "Invite member").click();
  await field(page, "E-mail").fill(email);
  await buttonOf(page, "Send invitation").click();
  const link = await linkText(page).innerText();
  await buttonOf(page, "Done").click();
  return link;
}

describe("members", () => {
  test("an invitation is pending until it is used: sent again with a new link, copied, revoked", async () => {
    await using tenant = await scene.signUp("invites");
    const { page, path } = tenant;
    const first = await invite(page, path, "grace@invites.example");
    await buttonOf(page, "Actions for grace@invites.example").click();
    await page.getByRole("menuitem", { name: "Resend" }).click();
    await page.getByRole("dialog", { name: "Sent again" }).waitFor();
    const second = await linkText(page).innerText();
    expect(second).not.toBe(first);
    await buttonOf(page, "Done").click();

    await buttonOf(page, "Actions for grace@invites.example").click();
    await page.getByRole("menuitem", { name: "Revoke…" }).click();
    await buttonOf(page, "Revoke invitation").click();
    await page.getByText("Nobody is invited").waitFor();

    await using outsider = await scene.outsider();
    outsider.allow(/40\d|410/);
    await outsider.page.goto(second);
    await outsider.page.getByRole("heading", { name: "This invitation was taken back" }).waitFor();
    await outsider.page.getByRole("link", { name: "Sign in" }).click();
    await outsider.page.waitForURL("**/sign-in");
  });

  test("who is invited twice is refused at the field, and the last owner cannot leave", async () => {
    await using tenant = await scene.signUp("twice");
    const { page, path, allow } = tenant;
    await invite(page, path, "grace@twice.example");
    allow(/409/);
    await buttonOf(page, "Invite member").click();
    await field(page, "E-mail").fill("grace@twice.example");
    await buttonOf(page, "Send invitation").click();
    await page.getByText(/is invited already/).waitFor();
    await buttonOf(page, "Cancel").click();

    await buttonOf(page, "Leave").click();
    await buttonOf(page, "Leave tenant").click();
    await page.getByRole("alertdialog").getByText(/owner/).last().waitFor();
    await buttonOf(page, "Cancel").click();
    await row(page, "ada@twice.example").first().waitFor();
  });

  test("without a mail server the invitation is in the mailbox, its link ready to follow", async () => {
    await using tenant = await scene.signUp("mailbox");
    const { page, path } = tenant;
    const copied = await invite(page, path, "grace@mailbox.example");
    await page.goto(`${path}/settings/mailbox`);
    await row(page, "grace@mailbox.example").getByRole("button").first().click();
    const mailed = page.getByRole("dialog").getByRole("link", { name: /\/invitations\/[\w-]{43}$/ });
    const link = await mailed.innerText();
    expect(await mailed.getAttribute("href")).toBe(link);
    expect(link).not.toBe(copied);
    await page.reload();
    await mailed.waitFor();
    await page.keyboard.press("Escape");
    await page.waitForURL(`**${path}/settings/mailbox`);
  });
});

describe("the tenant", () => {
  test("takes a retry schedule of its own, says what a wait may be, and returns to the default", async () => {
    await using tenant = await scene.signUp("retries");
    const { page, path } = tenant;
    await page.goto(`${path}/settings`);
    await page.getByText("A schedule of this tenant").click();
    await field(page, "Wait before attempt 2").fill("never");
    await buttonOf(page, "Save retries").click();
    await page.getByText("A wait may be from 1 second to 7 days.").waitFor();
    await field(page, "Wait before attempt 2").fill("90");
    await buttonOf(page, "Remove attempt 10").click();
    await buttonOf(page, "Save retries").click();
    await page.getByText("Saved").first().waitFor();
    await page.reload();
    expect(await field(page, "Wait before attempt 2").inputValue()).toBe("90");
    await page.getByText("9 attempts over").waitFor();

    await page.getByText("As the installation does").click();
    await buttonOf(page, "Save retries").click();
    await page.getByText("Saved").first().waitFor();
    await page.reload();
    await page.getByText("10 attempts over").first().waitFor();
    expect(await page.getByRole("radio", { name: /As the installation does/ }).isChecked()).toBe(true);
  });

  test("is renamed everywhere, and the audit log says by whom, found by action and by text", async () => {
    await using tenant = await scene.signUp("renamed");
    const { page, path } = tenant;
    await page.goto(`${path}/settings`);
    await field(page, "Name").fill("Renamed Works");
    await buttonOf(page, "Save name").click();
    await page.getByRole("button", { name: "Tenant Renamed Works: switch" }).first().waitFor();

    await page.goto(`${path}/settings/audit-log`);
    await row(page, "changed tenant Renamed Works").filter({ hasText: "ada@renamed.example" }).waitFor();
    await buttonOf(page, "Action").click();
    await page.getByRole("button", { name: /^API keys/ }).click();
    await page.getByText("No entries match these filters").waitFor();
    expect(page.url()).toContain("action=apiKey.");
    await buttonOf(page, "Clear filters").last().click();
    await page.getByRole("searchbox", { name: "Search the audit log" }).fill("nobody at all");
    await page.getByText("No entries match these filters").waitFor();
  });

  test("has an audit log that is narrowed to one person and saved as a file", async () => {
    await using tenant = await scene.signUp("audited");
    const { page, path } = tenant;
    await page.goto(`${path}/settings/audit-log`);
    const entry = row(page, /created tenant audited/);
    await entry.getByRole("button", { name: "ada@audited.example" }).click();
    await page.waitForURL(/actor=usr_/);
    await buttonOf(page, "Clear who filter").waitFor();
    await buttonOf(page, "Export").click();
    const saved = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: /^CSV/ }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^audit-log-[\d-]{10}\.csv$/);
    const text = await readFile(await file.path(), "utf8");
    expect(text).toContain('"ada@audited.example","tenant.created","audited"');
    await page.reload();
    await row(page, /exported the audit log of/).waitFor();
  });
});

describe("an API key", () => {
  test("is shown once, works, is renamed, and is refused as soon as it is revoked", async () => {
    await using tenant = await scene.signUp("keys");
    const { page, path } = tenant;
    const key = await createApiKey(page, path);
    const post = () =>
      fetch(`${scene.url}/api/v1/events`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: '{"type":"key.tried","data":{}}',
      });
    expect((await post()).status).toBe(202);
    await page.getByText("key.tried arrived").waitFor();
    await page.reload();
    await row(page, "Billing backend").waitFor();
    expect(await page.getByText(key).count()).toBe(0);

    await buttonOf(page, "Actions for Billing backend").click();
    await page.getByRole("menuitem", { name: "Rename" }).click();
    await field(page, "Name").fill("Ledger");
    await buttonOf(page, "Rename").click();
    await buttonOf(page, "Actions for Ledger").click();
    await page.getByRole("menuitem", { name: "Revoke…" }).click();
    await buttonOf(page, "Revoke key").click();
    await page.getByText("No API keys yet").waitFor();
    await expect.poll(async () => (await post()).status, { timeout: 3_000 }).toBe(401);
  });
});

test("the address in an error leads to the row that explains it", async () => {
  await using visit = await scene.outsider();
  const problem = (await (await fetch(`${scene.url}/api/v1/events`)).json()) as { type: string };
  await visit.page.goto(problem.type);
  const explained = visit.page.locator(":target");
  await explained.getByText("unauthenticated").waitFor();
  expect(await explained.isVisible()).toBe(true);
});
