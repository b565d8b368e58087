import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeRange, serializeRange } from "#components/ui/time-range.ts";
import { screenshot } from "#test/support/browser.ts";
import { measureEffort } from "#test/support/effort.ts";
import { seriousFindings } from "#test/support/page-audit.ts";
import { postEvents, SmallScene, type SmallTenant } from "#test/support/small-scene.ts";
import { waitFor } from "#test/support/wait-for.ts";

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

/** An hour before the endpoint began to fail. */
async function sinceBeforeFailing({ producer, endpoint }: SmallTenant): Promise<Date> {
  const { body } = await producer.call<{ failingSince: string }>("GET", `/endpoints/${endpoint}`);
  return new Date(Date.parse(body.failingSince) - 3_600_000);
}

/** What is chosen at first: all since then that did not arrive, with how many and how long that takes. */
async function expectScope(dialog: Locator, since: Date): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const range = describeRange({ since, until: null }, { timeZone, clock: "24h" });
  await dialog.getByRole("button", { name: range, exact: true }).waitFor();
  for (const name of [/^Failed/, /Never attempted/, /^Retrying/])
    await dialog.getByRole("checkbox", { name, checked: true }).waitFor();
  await dialog.getByRole("checkbox", { name: /^Delivered/, checked: false }).waitFor();
  await dialog.getByRole("button", { name: "Event type" }).waitFor();
  await dialog.getByText("7 deliveries", { exact: true }).waitFor();
  await dialog.getByText(/^Sent again in about (a second|\d+ s)$/).waitFor();
}

test("a receiver that was down is mended: count what it missed, try one, resend the rest, and see all arrive", async () => {
  await using journey = await openTenant(7);
  const { page, path, endpoint } = journey;
  await page.goto(`${path}/endpoints/${endpoint}`);
  await page.getByText(/^7 deliveries failed in the last 1 h( \d+ m)?$/).waitFor();
  await screenshot(page, "endpoint-failing");
  const expectEffort = await measureEffort(page);
  await page.getByRole("button", { name: "Recover…" }).click();
  const dialog = page.getByRole("dialog", { name: "Recover what it missed" });
  await dialog.getByRole("button", { name: "Resend 7 deliveries" }).waitFor();
  await expectScope(dialog, await sinceBeforeFailing(journey));
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

test("the same scope started twice is one replay, and one that overlaps with it sends nothing a second time", async () => {
  await using journey = await openTenant(3);
  const { page, path, producer, endpoint } = journey;
  const requestsBefore = scene.receiver.requests.length;
  await producer.call("PATCH", `/endpoints/${endpoint}`, { paused: true });
  const until = new Date();
  const range = serializeRange({ since: new Date(until.getTime() - 3_600_000), until });
  const start = async (given: string) => {
    await page.goto(`${path}/replays?new=true&status=retrying&range=${given}`);
    await page.getByRole("dialog").getByRole("button", { name: "Resend 3 deliveries" }).click();
    await page.waitForURL(/\/replays\/rpl_/);
    await page.getByText("0 of 3 deliveries sent").waitFor();
    return page.url();
  };
  const first = await start(range);
  expect(await start(range)).toBe(first);
  expect(await start("1h")).not.toBe(first);

  await producer.call("PATCH", `/endpoints/${endpoint}`, { paused: false });
  const count = async (what: string) =>
    (await producer.call<{ data: unknown[] }>("GET", what)).body.data.length;
  const isOver = async () => (await count("/replays?status=completed")) === 2;
  await waitFor("both replays to end", isOver, { timeoutMs: 30_000 });
  await waitFor("all to arrive", async () => (await count("/deliveries?status=delivered")) === 3);
  expect(scene.receiver.requests.length - requestsBefore).toBe(3);
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
