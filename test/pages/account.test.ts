import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { oneTimeCode, stepAt } from "#lib/auth/one-time-code.ts";
import { AppScene } from "#test/support/app-scene.ts";
import { lookAt } from "#test/support/page-audit.ts";
import { buttonOf } from "#test/support/page-parts.ts";
import { signIn, signUp } from "#test/support/person.ts";
import { fromBase32 } from "#test/support/second-factor.ts";
import { createSmtpServer, type SmtpServer } from "#test/support/smtp-server.ts";
import { waitFor } from "#test/support/wait-for.ts";

let scene: AppScene;
let mail: SmtpServer;

beforeAll(async () => {
  mail = await createSmtpServer();
  scene = await AppScene.open({ env: { SMTP_URL: mail.url } });
});

afterAll(async () => {
  await scene.close();
  await mail.close();
});

const password = "correct horse battery staple";

test("two-step sign-in is set up with an app, asked for at sign-in, and turned off", async () => {
  await using visit = await scene.outsider();
  const { page } = visit;
  visit.allow(/422/);
  await signUp(page, { name: "Ada Lovelace", email: "ada@steps.example", tenant: "steps" });
  await page.goto("/account");
  await buttonOf(page, "Set up…").click();
  await page.getByRole("dialog").getByLabel("Current password").fill(password);
  await buttonOf(page, "Continue").click();
  const secret = fromBase32(await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText());
  await page.getByRole("img", { name: "The secret as a QR code" }).waitFor();
  expect(await lookAt(page, "two-step-secret")).toEqual([]);
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByText("This is not the code that the app shows now.").waitFor();
  await page.getByLabel("Code", { exact: true }).fill(oneTimeCode(secret, stepAt(Date.now()) - 1));
  await page.getByText("Save these recovery codes now").waitFor();
  const [recovery = ""] = await page.getByText(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/).allInnerTexts();
  expect(await lookAt(page, "two-step-codes")).toEqual([]);
  await buttonOf(page, "I have saved them").click();
  await page.getByText("You have 10 recovery codes").waitFor();
  expect(await lookAt(page, "account-two-step")).toEqual([]);

  await buttonOf(page, "Sign out").click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await giveFirstFactor(page, "ada@steps.example");
  expect(await lookAt(page, "sign-in-code")).toEqual([]);
  await page.getByLabel("Code", { exact: true }).fill(oneTimeCode(secret, stepAt(Date.now())));
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();

  await using other = await scene.outsider();
  await giveFirstFactor(other.page, "ada@steps.example");
  await buttonOf(other.page, "Use a recovery code").click();
  await other.page.getByLabel("Recovery code").fill(recovery);
  await buttonOf(other.page, "Sign in").click();
  await other.page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();

  await page.goto("/account");
  await page.getByText("You have 9 recovery codes").waitFor();
  await buttonOf(page, "Turn off…").click();
  await page.getByRole("dialog").getByLabel("Current password").fill(password);
  await buttonOf(page, "Turn off").click();
  await buttonOf(page, "Set up…").waitFor();
});

test("a device is signed out from another, and finds itself at the sign-in page", async () => {
  await using here = await scene.outsider();
  await using there = await scene.outsider();
  there.allow(/401/);
  const path = await signUp(here.page, { name: "Ada", email: "ada@devices.example", tenant: "devices" });
  await signIn(there.page, "ada@devices.example");
  await here.page.goto("/account");
  await here.page.getByText("This device").waitFor();
  expect(await lookAt(here.page, "account-sessions")).toEqual([]);
  await here.page.getByRole("button", { name: /^Sign out Chrome/ }).click();
  await here.page.getByText("Signed out there").waitFor();
  await there.page.goto(`${path}/endpoints`);
  await there.page.getByRole("heading", { name: "Sign in" }).waitFor();
});

test("an address is confirmed by its link; until then the dashboard says so and nobody is invited", async () => {
  await using visit = await scene.outsider();
  const { page } = visit;
  const email = "ada@confirm.example";
  const path = await signUp(page, { name: "Ada", email, tenant: "confirm" });
  const banner = page.getByRole("region", { name: "Confirm your e-mail address" });
  await banner.waitFor();
  expect(await lookAt(page, "confirm-email-banner")).toEqual([]);
  await page.goto(`${path}/settings/members`);
  await buttonOf(page, "Invite member").hover();
  await page.getByText("Confirm your e-mail address first").first().waitFor();
  await page.goto(await linkTo(email));
  expect(await lookAt(page, "confirm-email")).toEqual([]);
  await buttonOf(page, "Confirm address").click();
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  expect(await banner.count()).toBe(0);

  await page.goto("/account");
  await buttonOf(page, "Change…").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("New address").fill("ada@new.example");
  await dialog.getByLabel("Current password").fill(password);
  expect(await lookAt(page, "change-email")).toEqual([]);
  await buttonOf(page, "Send link").click();
  await page.getByText("The address changes when you follow it").waitFor();
  await page.goto(await linkTo("ada@new.example"));
  await buttonOf(page, "Confirm address").click();
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await page.goto("/account");
  await page.getByText("ada@new.example").first().waitFor();
});

async function giveFirstFactor(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await buttonOf(page, "Sign in").click();
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
