import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, startApp } from "#test/support/app-server.ts";
import { openBrowser, openVisit, type Visit } from "#test/support/browser.ts";
import { bootstrap, Producer } from "#test/support/producer.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { testSettings } from "#test/support/settings.ts";

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
});

/** A tenant of its own with an endpoint for everything, its owner signed in, and so many events posted. */
async function openTenant(tenant: string, eventCount: number): Promise<{ visit: Visit; producer: Producer }> {
  const email = `ada@${tenant}.example`;
  const { apiKey } = await bootstrap(testSettings(process.env.DATABASE_URL ?? ""), { email, tenant });
  const producer = new Producer(app.url, apiKey);
  await producer.call("POST", "/endpoints", { url: `${receiver.url}/${tenant}`, retrySchedule: [3_600] });
  await postEvents(producer, eventCount);
  const visit = await openVisit(browser, app.url);
  await visit.page.request.post("/api/auth/sign-in", {
    data: { email, password: "correct horse battery" },
    headers: { origin: app.url },
  });
  return { visit, producer };
}

async function postEvents(producer: Producer, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await producer.call("POST", "/events", { type: `invoice.number_${n}`, data: { n }, tags: [`n:${n}`] });
  }
}

const rows = (page: Page) => page.locator("[data-row]");
const rowIds = (page: Page) =>
  rows(page).evaluateAll((links) => links.map((link) => link.getAttribute("data-row")));
const sheet = (page: Page) => page.getByRole("dialog");

describe("the delivery log", () => {
  test("counts new deliveries, and moves no row until the person asks for them", async () => {
    const { visit, producer } = await openTenant("pill", 2);
    await using _ = visit;
    const { page } = visit;
    await page.goto("/pill/deliveries");
    await rows(page).nth(1).waitFor();
    const before = await rowIds(page);
    await postEvents(producer, 3);
    const pill = page.getByRole("button", { name: "3 new" });
    await pill.waitFor({ timeout: 20_000 });
    expect(await rowIds(page)).toEqual(before);
    await pill.click();
    expect((await rowIds(page)).slice(3)).toEqual(before);
  });

  test("is walked by keyboard, with the open delivery in the address: Back closes it, a reload keeps it", async () => {
    const { visit } = await openTenant("keys", 3);
    await using _ = visit;
    const { page } = visit;
    await page.goto("/keys/deliveries");
    await rows(page).nth(2).waitFor();
    const [first, second] = await rowIds(page);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await sheet(page).waitFor();
    await page.waitForURL(`**/deliveries?delivery=${first}`);
    await page.keyboard.press("j");
    await sheet(page)
      .getByText(second as string, { exact: true })
      .waitFor();
    await page.waitForURL(`**/deliveries?delivery=${second}`);
    await page.reload();
    await sheet(page).getByText("invoice.number_1").waitFor();
    await page.keyboard.press("Escape");
    await sheet(page).waitFor({ state: "hidden" });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-row")))
      .toBe(second);
    await rows(page).first().click();
    await sheet(page).waitFor();
    await page.goBack();
    await sheet(page).waitFor({ state: "hidden" });
    expect(new URL(page.url()).search).toBe("");
  });

  test("says which filter leaves nothing, and takes it away again", async () => {
    const { visit } = await openTenant("filters", 2);
    await using _ = visit;
    const { page } = visit;
    await page.goto("/filters/deliveries?type=invoice.number_1");
    await rows(page).first().waitFor();
    expect(await rows(page).count()).toBe(1);
    await page.goto("/filters/deliveries?status=canceled&range=24h");
    await page.getByText("No deliveries match these filters").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).last().click();
    await rows(page).nth(1).waitFor();
    expect(new URL(page.url()).search).toBe("");
  });

  test("explains a failure, and asks before it resends what arrived", async () => {
    receiver.answerAll(() => ({ status: 404, body: "no such path" }));
    const { visit } = await openTenant("explain", 1);
    await using _ = visit;
    const { page } = visit;
    await page.goto("/explain/deliveries?status=retrying");
    await rows(page).first().click();
    await sheet(page)
      .getByText(/^Answered 404 Not Found after .+ “no such path”$/)
      .waitFor();
    await sheet(page).getByText("Check the path of the endpoint's URL.").waitFor();
    await sheet(page).getByText("no such path", { exact: true }).waitFor();
    receiver.answerAll(() => ({ body: "now fine" }));
    await sheet(page).getByRole("button", { name: "Retry now" }).click();
    await sheet(page).getByText("now fine").waitFor();
    await sheet(page).getByRole("button", { name: "Resend" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Send again" }).click();
    await sheet(page).getByRole("heading", { name: "3 attempts" }).waitFor();
  });
});

describe("an event's page", () => {
  test("shows the data character for character, and sends it again to as many endpoints as it said", async () => {
    const { visit, producer } = await openTenant("again", 0);
    await using _ = visit;
    const { page } = visit;
    const data = '{"b":1.0, "n":12345678901234567890}';
    const { body } = await producer.call<{ id: string }>("POST", "/events", `{"type":"a.b","data":${data}}`);
    await page.goto(`/again/events/${body.id}`);
    await page.getByRole("button", { name: "Raw" }).click();
    await page.getByText(data, { exact: true }).waitFor();
    await page.getByRole("row").getByText("Delivered").waitFor();
    const seen = receiver.requests.length;
    await page.getByRole("button", { name: "Send again" }).click();
    await page.getByRole("button", { name: "Send to 1 endpoint" }).click();
    const requests = await receiver.waitFor(seen + 1);
    expect(requests.at(-1)?.id).toBe(body.id);
  });

  test("that does not exist says so and leads back to the log", async () => {
    const { visit } = await openTenant("missing", 0);
    await using _ = visit;
    visit.allow(/404/);
    const { page } = visit;
    await page.goto("/missing/events/evt_01jd7w4c8xf0x9s3y6z1v2k5mn");
    await page.getByText("No such event").waitFor();
    await page.getByRole("link", { name: "All events" }).click();
    await page.getByText("No events yet").waitFor();
  });
});
