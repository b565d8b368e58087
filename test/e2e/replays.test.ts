import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { screenshot } from "#test/support/browser.ts";
import { measureEffort } from "#test/support/effort.ts";
import { seriousFindings } from "#test/support/page-audit.ts";
import { postEvents, SmallScene } from "#test/support/small-scene.ts";

let scene: SmallScene;

beforeAll(async () => {
  scene = await SmallScene.open();
});

afterAll(() => scene.close());

/** A new tenant with one endpoint, which owes so many deliveries since it was down, and its owner at the pages. */
async function openTenant(owed: number) {
  const tenant = await scene.openTenant();
  await scene.refuse(tenant, owed);
  return { ...tenant, ...(await scene.visit(tenant)), path: `/${tenant.slug}` };
}

/** A number on the replay's page, by its word. */
function tile(page: Page, word: string) {
  return page.locator("main").getByText(word, { exact: true }).locator("xpath=ancestor::div[1]");
}

test("a receiver that was down is mended: count what it missed, try one, resend the rest, and see all arrive", async () => {
  await using journey = await openTenant(7);
  const { page, path, endpoint } = journey;
  await page.goto(`${path}/endpoints/${endpoint}`);
  const expectEffort = await measureEffort(page);
  await page.getByRole("button", { name: "Recover…" }).click();
  const dialog = page.getByRole("dialog", { name: "Recover what it missed" });
  await dialog.getByRole("button", { name: "Resend 7 deliveries" }).waitFor();
  await screenshot(page, "recover-dialog");
  await dialog.getByRole("button", { name: "Try one first" }).click();
  await dialog.getByText("Delivered", { exact: true }).last().waitFor();
  await dialog.getByText(/HTTP 200/).waitFor();
  await dialog.getByRole("button", { name: "Resend 6 deliveries" }).waitFor();
  // The endpoint works again: what offered the dialog goes, the dialog stays.
  await page.getByText("6 deliveries of the last 24 hours did not arrive").waitFor();
  await screenshot(page, "recover-dialog-tried");
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Resend 6 deliveries" }).click();

  await page.waitForURL(/\/replays\/rpl_/);
  await page.getByText("6 of 6 deliveries sent").waitFor();
  await page.getByText("Completed", { exact: true }).first().waitFor();
  expect(await tile(page, "Delivered").innerText()).toMatch(/6/);
  await screenshot(page, "replay-completed");
  expect(scene.receiver.requests).toHaveLength(14);
  expectEffort({ clicks: 4, seconds: 60 });

  await page.getByRole("link", { name: "See its deliveries" }).click();
  await page.getByText("6 deliveries").first().waitFor();
  await page.getByRole("button", { name: "Clear replay filter" }).click();
  await page.getByText("7 deliveries").first().waitFor();
});

test("the log hands its filter to a replay, which can be paused, resumed and canceled on its page", async () => {
  await using journey = await openTenant(3);
  const { page, path, producer, endpoint } = journey;
  await producer.call("PATCH", `/endpoints/${endpoint}`, { paused: true });

  await page.goto(`${path}/deliveries?status=delivered&q=nothing`);
  await expect
    .poll(() => page.getByRole("button", { name: "Resend many…" }).getAttribute("aria-disabled"))
    .toBe("true");
  await page.goto(`${path}/deliveries?status=retrying`);
  await page.getByRole("button", { name: "Resend many…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Resend 3 deliveries" }).waitFor();
  expect(await dialog.getByRole("checkbox", { name: /Retrying/ }).isChecked()).toBe(true);
  expect(await dialog.getByRole("checkbox", { name: /Failed/ }).isChecked()).toBe(false);
  await dialog.getByRole("button", { name: "Resend 3 deliveries" }).click();

  await page.getByText("0 of 3 deliveries sent").waitFor();
  await page.getByText("An endpoint holds it back").waitFor();
  await screenshot(page, "replay-held-back");
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await page.getByText("Paused", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Resume", exact: true }).click();
  await page.getByText("Running", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await page.getByRole("alertdialog").getByText("3 deliveries stay as they were").waitFor();
  await page.getByRole("button", { name: "Cancel replay" }).click();
  await page.getByText("Canceled", { exact: true }).first().waitFor();
  const { body } = await producer.call("GET", "/deliveries?status=retrying");
  expect(body.data).toHaveLength(3);

  await page.goto(`${path}/replays`);
  await page.getByRole("row").filter({ hasText: "Canceled" }).getByRole("link").first().waitFor();
});

test("an endpoint that is enabled again offers to recover everything since it was disabled", async () => {
  await using journey = await openTenant(0);
  const { page, path, producer, endpoint } = journey;
  await producer.call("PATCH", `/endpoints/${endpoint}`, { disabled: true });
  await postEvents(journey, 2);

  await page.goto(`${path}/endpoints/${endpoint}`);
  await page.getByRole("button", { name: "Enable", exact: true }).click();
  await page.getByRole("button", { name: "Recover what it missed…" }).click();
  await page.waitForURL(/\/replays\?new=true/);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Resend 2 deliveries" }).click();
  await page.getByText("2 of 2 deliveries sent").waitFor();
  await page.getByText("Completed", { exact: true }).first().waitFor();
});
