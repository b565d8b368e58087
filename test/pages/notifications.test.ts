import { afterAll, beforeAll, expect, test } from "vitest";
import { AppScene } from "#test/support/app-scene.ts";
import { lookAround } from "#test/support/page-audit.ts";
import { signUp } from "#test/support/person.ts";
import { createReceiver } from "#test/support/receiver.ts";

let scene: AppScene;

beforeAll(async () => {
  scene = await AppScene.open();
});

afterAll(() => scene.close());

test("an owner chooses what is told, sets a webhook for Slack and sees a test alert arrive there", async () => {
  await using slack = await createReceiver();
  await using visit = await scene.outsider({ colorScheme: "light" });
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
  expect(await lookAround(page, "notifications")).toEqual([]);
});
