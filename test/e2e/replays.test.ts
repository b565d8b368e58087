import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeRange, serializeRange } from "#components/ui/time-range.ts";
import { createApiKey } from "#lib/api-keys/create.ts";
import { closeDatabases, prisma } from "#lib/db.ts";
import { type App, startApp } from "#test/support/app-server.ts";
import { openBrowser, openVisit, screenshot } from "#test/support/browser.ts";
import { measureEffort } from "#test/support/effort.ts";
import { seriousFindings } from "#test/support/page-audit.ts";
import { signUp } from "#test/support/person.ts";
import { Producer } from "#test/support/producer.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { waitFor } from "#test/support/wait-for.ts";

let app: App;
let browser: Browser;
let receiver: Receiver;

beforeAll(async () => {
  app = await startApp();
  browser = await openBrowser();
  receiver = await createReceiver();
});

afterAll(async () => {
  await browser.close();
  await receiver.close();
  await app.stop();
  await closeDatabases();
});

type Listed = { data: { id: string; status: string }[] };
type Equipped = { page: Page; path: string; producer: Producer; endpointId: string } & AsyncDisposable;

/** A new tenant whose owner sits at its pages, with an endpoint that retries a day later and a key for everything. */
async function equipped(name: string): Promise<Equipped> {
  const visit = await openVisit(browser, app.url);
  const path = await signUp(visit.page, { name: "Ada", email: `ada@${name}.example`, tenant: name });
  const tenant = await prisma().tenant.findUniqueOrThrow({ where: { slug: path.slice(1) } });
  const ctx = { tenantId: tenant.id, actor: { kind: "system", id: null, label: "test" } } as const;
  const producer = new Producer(app.url, (await createApiKey(ctx, { name: "test", scopes: ["manage"] })).key);
  const endpoint = { url: `${receiver.url}/${name}`, retrySchedule: [86_400] };
  const { id: endpointId } = (await producer.call<{ id: string }>("POST", "/endpoints", endpoint)).body;
  return { page: visit.page, path, producer, endpointId, [Symbol.asyncDispose]: visit.close };
}

async function post(producer: Producer, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1)
    await producer.call("POST", "/events", { type: "invoice.paid", data: { index } });
}

/** Posts events that the receiver refuses, waits until each waits for its retry, and mends the receiver. */
async function fail(producer: Producer, count: number): Promise<void> {
  receiver.answerAll(() => ({ status: 500, body: "out of order" }));
  await post(producer, count);
  await waitFor("all to fail", async () => {
    const { body } = await producer.call<Listed>("GET", "/deliveries?status=retrying");
    return body.data.length === count;
  });
  receiver.answerAll(() => ({ body: "mended" }));
}

/** A number on the replay's page, by its word. */
function tile(page: Page, word: string) {
  return page.locator("main").getByText(word, { exact: true }).locator("xpath=ancestor::div[1]");
}

/** An hour before the endpoint began to fail. */
async function sinceBeforeFailing(producer: Producer, endpointId: string): Promise<Date> {
  const { body } = await producer.call<{ failingSince: string }>("GET", `/endpoints/${endpointId}`);
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
  await using journey = await equipped("recover");
  const { page, path, producer, endpointId } = journey;
  await fail(producer, 7);

  await page.goto(`${path}/endpoints/${endpointId}`);
  await page.getByText(/^7 deliveries failed in the last 1 h( \d+ m)?$/).waitFor();
  await screenshot(page, "endpoint-failing");
  const expectEffort = await measureEffort(page);
  await page.getByRole("button", { name: "Recover…" }).click();
  const dialog = page.getByRole("dialog", { name: "Recover what it missed" });
  await dialog.getByRole("button", { name: "Resend 7 deliveries" }).waitFor();
  await expectScope(dialog, await sinceBeforeFailing(producer, endpointId));
  await screenshot(page, "recover-dialog");
  await dialog.getByRole("button", { name: "Try one first" }).click();
  await dialog.getByText("Delivered", { exact: true }).last().waitFor();
  await dialog.getByText(/HTTP 200/).waitFor();
  await dialog.getByRole("button", { name: "Resend 6 deliveries" }).waitFor();
  await screenshot(page, "recover-dialog-tried");
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Resend 6 deliveries" }).click();

  await page.waitForURL(/\/replays\/rpl_/);
  await page.getByText("6 of 6 deliveries sent").waitFor();
  await page.getByText("Completed", { exact: true }).first().waitFor();
  expect(await tile(page, "Delivered").innerText()).toMatch(/6/);
  await screenshot(page, "replay-completed");
  expect(receiver.requests).toHaveLength(14);
  expectEffort({ clicks: 4, seconds: 60 });

  await page.getByRole("link", { name: "See its deliveries" }).click();
  await page.getByText("6 deliveries").first().waitFor();
  await page.getByRole("button", { name: "Clear replay filter" }).click();
  await page.getByText("7 deliveries").first().waitFor();
});

test("the log hands its filter to a replay, which can be paused, resumed and canceled on its page", async () => {
  await using journey = await equipped("pause");
  const { page, path, producer, endpointId } = journey;
  await fail(producer, 3);
  await producer.call("PATCH", `/endpoints/${endpointId}`, { paused: true });

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
  expect((await producer.call<Listed>("GET", "/deliveries?status=retrying")).body.data).toHaveLength(3);

  await page.goto(`${path}/replays`);
  await page.getByRole("row").filter({ hasText: "Canceled" }).getByRole("link").first().waitFor();
});

test("the same scope started twice is one replay, and one that overlaps with it sends nothing a second time", async () => {
  await using journey = await equipped("twice");
  const { page, path, producer, endpointId } = journey;
  await fail(producer, 3);
  await producer.call("PATCH", `/endpoints/${endpointId}`, { paused: true });
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

  await producer.call("PATCH", `/endpoints/${endpointId}`, { paused: false });
  const isOver = async () =>
    (await producer.call<Listed>("GET", "/replays?status=completed")).body.data.length === 2;
  await waitFor("both replays to end", isOver, { timeoutMs: 30_000 });
  await waitFor("all to arrive", async () => {
    const { body } = await producer.call<Listed>("GET", "/deliveries?status=delivered");
    return body.data.length === 3;
  });
  expect(receiver.requests.filter((request) => request.path.endsWith("/twice"))).toHaveLength(6);
});

test("an endpoint that is enabled again offers to recover everything since it was disabled", async () => {
  await using journey = await equipped("enable");
  const { page, path, producer, endpointId } = journey;
  await producer.call("PATCH", `/endpoints/${endpointId}`, { disabled: true });
  await post(producer, 2);

  await page.goto(`${path}/endpoints/${endpointId}`);
  await page.getByRole("button", { name: "Enable", exact: true }).click();
  await page.getByRole("button", { name: "Recover what it missed…" }).click();
  await page.waitForURL(/\/replays\?new=true/);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Resend 2 deliveries" }).click();
  await page.getByText("2 of 2 deliveries sent").waitFor();
  await page.getByText("Completed", { exact: true }).first().waitFor();
});
