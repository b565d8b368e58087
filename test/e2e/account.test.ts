import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { oneTimeCode, stepAt } from "#lib/auth/one-time-code.ts";
import { type App, startApp } from "#test/support/app-server.ts";
import { openBrowser, openVisit, screenshot } from "#test/support/browser.ts";
import { seriousFindings, sidewaysOverflow } from "#test/support/page-audit.ts";
import { signIn, signUp } from "#test/support/person.ts";
import { fromBase32 } from "#test/support/second-factor.ts";
import { createSmtpServer, type SmtpServer } from "#test/support/smtp-server.ts";
import { waitFor } from "#test/support/wait-for.ts";

let app: App;
let browser: Browser;
let mail: SmtpServer;

beforeAll(async () => {
  mail = await createSmtpServer();
  app = await startApp({ env: { SMTP_URL: mail.url } });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await app.stop();
  await mail.close();
});

const password = "correct horse battery staple";
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** What is wrong with the page as it stands, which is kept as a picture too. */
async function look(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  expect([name, await seriousFindings(page), await sidewaysOverflow(page)]).toEqual([name, [], 0]);
}

test("two-step sign-in is set up with an app, asked for at sign-in, and turned off", async () => {
  await using visit = await openVisit(browser, app.url);
  const { page } = visit;
  visit.allow(/422/);
  await signUp(page, { name: "Ada Lovelace", email: "ada@steps.example", tenant: "steps" });
  await page.goto("/account");
  await button(page, "Set up…").click();
  await page.getByRole("dialog").getByLabel("Current password").fill(password);
  await button(page, "Continue").click();
  const secret = fromBase32(await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText());
  await page.getByRole("img", { name: "The secret as a QR code" }).waitFor();
  await look(page, "two-step-secret");
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByText("This is not the code that the app shows now.").waitFor();
  await page.getByLabel("Code", { exact: true }).fill(oneTimeCode(secret, stepAt(Date.now()) - 1));
  await page.getByText("Save these recovery codes now").waitFor();
  const [recovery = ""] = await page.getByText(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/).allInnerTexts();
  await look(page, "two-step-codes");
  await button(page, "I have saved them").click();
  await page.getByText("You have 10 recovery codes").waitFor();
  await look(page, "account-two-step");

  await button(page, "Sign out").click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await giveFirstFactor(page, "ada@steps.example");
  await look(page, "sign-in-code");
  await page.getByLabel("Code", { exact: true }).fill(oneTimeCode(secret, stepAt(Date.now())));
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();

  await using other = await openVisit(browser, app.url);
  await giveFirstFactor(other.page, "ada@steps.example");
  await button(other.page, "Use a recovery code").click();
  await other.page.getByLabel("Recovery code").fill(recovery);
  await button(other.page, "Sign in").click();
  await other.page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();

  await page.goto("/account");
  await page.getByText("You have 9 recovery codes").waitFor();
  await button(page, "Turn off…").click();
  await page.getByRole("dialog").getByLabel("Current password").fill(password);
  await button(page, "Turn off").click();
  await button(page, "Set up…").waitFor();
});

test("a device is signed out from another, and finds itself at the sign-in page", async () => {
  await using here = await openVisit(browser, app.url);
  await using there = await openVisit(browser, app.url);
  there.allow(/401/);
  const path = await signUp(here.page, { name: "Ada", email: "ada@devices.example", tenant: "devices" });
  await signIn(there.page, "ada@devices.example");
  await here.page.goto("/account");
  await here.page.getByText("This device").waitFor();
  await look(here.page, "account-sessions");
  await here.page.getByRole("button", { name: /^Sign out Chrome/ }).click();
  await here.page.getByText("Signed out there").waitFor();
  await there.page.goto(`${path}/endpoints`);
  await there.page.getByRole("heading", { name: "Sign in" }).waitFor();
});

test("an address is confirmed by its link; until then the dashboard says so and nobody is invited", async () => {
  await using visit = await openVisit(browser, app.url);
  const { page } = visit;
  const email = "ada@confirm.example";
  const path = await signUp(page, { name: "Ada", email, tenant: "confirm" });
  const banner = page.getByRole("region", { name: "Confirm your e-mail address" });
  await banner.waitFor();
  await look(page, "confirm-email-banner");
  await page.goto(`${path}/settings/members`);
  await button(page, "Invite member").hover();
  await page.getByText("Confirm your e-mail address first").first().waitFor();
  await page.goto(await linkTo(email));
  await look(page, "confirm-email");
  await button(page, "Confirm address").click();
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  expect(await banner.count()).toBe(0);

  await page.goto("/account");
  await button(page, "Change…").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("New address").fill("ada@new.example");
  await dialog.getByLabel("Current password").fill(password);
  await look(page, "change-email");
  await button(page, "Send link").click();
  await page.getByText("The address changes when you follow it").waitFor();
  await page.goto(await linkTo("ada@new.example"));
  await button(page, "Confirm address").click();
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await page.goto("/account");
  await page.getByText("ada@new.example").first().waitFor();
});

async function giveFirstFactor(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await button(page, "Sign in").click();
  await page.getByRole("heading", { name: "Enter your code" }).waitFor();
}

/** The path of the link in the latest e-mail to an address. */
function linkTo(email: string): Promise<string> {
  return waitFor("the e-mail", () => {
    const letter = mail.messages.findLast((message) => message.includes(`To: ${email}`));
    // Lines of a quoted-printable text go on after "=" (RFC 2045 §6.7).
    return /\/confirm-email\/[\w-]{43}/.exec(letter?.replaceAll(/=\r?\n/g, "") ?? "")?.[0];
  });
}
