import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import type { AppProcess } from "#test/support/app-process.ts";
import { startNext, startWeb, startWorker, type Web } from "#test/support/app-server.ts";
import { openBrowser, openVisit, type Visit } from "#test/support/browser.ts";
import { cookieOf, insertMember } from "#test/support/people.ts";
import { Producer } from "#test/support/producer.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { StreamClient } from "#test/support/stream.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";
import { waitFor } from "#test/support/wait-for.ts";

let worker: AppProcess;
let receiver: Receiver;

beforeAll(async () => {
  worker = startWorker();
  receiver = await createReceiver();
});

afterAll(async () => {
  await worker.stop();
  await receiver.close();
  await closeDatabases();
});

/** A tenant of its own with an endpoint for everything. */
async function openTenant(web: Web) {
  const tenant = await createTenantForTest();
  const key = await tenant.apiKey();
  const producer = new Producer(web.url, key);
  await producer.call("POST", "/endpoints", { url: receiver.url, retrySchedule: [3_600] });
  return { ...tenant, producer, key };
}

const postEvent = ({ producer }: { producer: Producer }) =>
  producer.call<{ id: string }>("POST", "/events", { type: "invoice.paid", data: {} });

describe.each([
  { mount: "server.ts", start: startWeb, exitCode: 0 },
  { mount: "next start", start: startNext, exitCode: 143 },
])("through $mount", ({ start, exitCode }) => {
  let web: Web;
  beforeAll(async () => {
    web = await start();
  });
  afterAll(() => web?.process.stop());

  test("changes made by another process are told, and being asked to stop ends the stream", async () => {
    const tenant = await openTenant(web);
    const headers = { authorization: `Bearer ${tenant.key}`, "accept-encoding": "gzip, br" };
    const stream = await (await StreamClient.open(web.url, headers)).ready();
    const { body: event } = await postEvent(tenant);
    await stream.told("event", event.id);
    const isDelivered = async () => {
      const { body } = await tenant.producer.call("GET", `/deliveries?event=${event.id}&status=delivered`);
      return (body.data as unknown[]).length === 1;
    };
    let heard = 0;
    await waitFor("word of the delivery's end", async () => {
      if (stream.heard.length === heard) return false;
      heard = stream.heard.length;
      return isDelivered();
    });
    const stopping = web.process.stop();
    await stream.over();
    expect(await stopping).toBe(exitCode);
  });
});

describe("in the browser", () => {
  let web: Web;
  let browser: Browser;
  beforeAll(async () => {
    web = await startWeb();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await web.process.stop();
  });

  async function visit({ tenantId }: Pick<TestTenant, "tenantId">): Promise<Visit> {
    const opened = await openVisit(browser, web.url);
    const [name = "", value = ""] = (await cookieOf(await insertMember(tenantId, "owner"))).split("=");
    await opened.page.context().addCookies([{ name, value, url: web.url }]);
    return opened;
  }

  const isStream = (message: { url: () => string }) => new URL(message.url()).pathname === "/api/v1/stream";
  const isList = (message: { url: () => string }) => new URL(message.url()).pathname === "/api/v1/deliveries";
  const row = (page: Page) => page.locator("tbody tr").first();

  /** Resolves when the page relies on the stream: the list was read after the stream was opened. */
  async function openPage(page: Page, path: string, isRead = isList): Promise<void> {
    const relied = page
      .waitForResponse(isStream, { timeout: 60_000 })
      .then(() => page.waitForResponse(isRead));
    await page.goto(path);
    await relied;
  }

  const toggle = (page: Page, state: string) =>
    page.getByRole("button", { name: `${state}. Pause live updates` }).waitFor({ timeout: 30_000 });

  test("a row and its sheet turn Delivered by the stream alone, while every timer of the page stands still", async () => {
    const tenant = await openTenant(web);
    await using visitor = await visit(tenant);
    const { page } = visitor;
    await page.clock.install();
    await openPage(page, `/${tenant.slug}/deliveries`);
    const answer = Promise.withResolvers<void>();
    receiver.answerNext({ until: answer.promise });
    await postEvent(tenant);
    await row(page).getByText("Sending").waitFor();
    await row(page).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByText("Sending").first().waitFor();
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
    answer.resolve();
    const turns = async () => {
      // Far less in all than polling waits for.
      await page.clock.runFor(3);
      const texts = [await row(page).innerText(), await sheet.innerText()];
      return texts.every((text) => text.includes("Delivered"));
    };
    await waitFor("row and sheet to turn", turns, { everyMs: 50, timeoutMs: 20_000 });
  });

  test("where nothing lets a stream through, the pages are kept up to date by polling", async () => {
    const tenant = await openTenant(web);
    await using visitor = await visit(tenant);
    const { page, allow } = visitor;
    allow(/api\/v1\/stream/);
    await page.route("**/api/v1/stream", (route) => route.abort());
    await page.goto(`/${tenant.slug}/deliveries`);
    await page.getByText("No deliveries yet").waitFor();
    await postEvent(tenant);
    await row(page).getByText("Delivered").waitFor({ timeout: 30_000 });
    await toggle(page, "Live");
  });

  test("when the web goes away it says so, and once it is back the stream goes on", async () => {
    const tenant = await openTenant(web);
    await using visitor = await visit(tenant);
    const { page, allow } = visitor;
    allow(/api\/v1\/|ERR_CONNECTION_REFUSED/);
    await openPage(page, `/${tenant.slug}/deliveries`);
    await postEvent(tenant);
    await row(page).getByText("Delivered").waitFor({ timeout: 30_000 });
    await page.getByRole("figure").waitFor();
    await web.process.stop();
    await toggle(page, "Reconnecting");
    web = await startWeb({ env: { PORT: new URL(web.url).port } });
    await toggle(page, "Live");
    await postEvent(tenant);
    await page.getByRole("button", { name: "1 new" }).click({ timeout: 30_000 });
    await page.locator("tbody tr").nth(1).getByText("Delivered").waitFor();
  });

  test("a page that nobody sees holds no stream, and goes on where it was when it is seen again", async () => {
    const tenant = await openTenant(web);
    await using visitor = await visit(tenant);
    const { page } = visitor;
    await openPage(page, `/${tenant.slug}/deliveries`);
    const become = (state: "hidden" | "visible") =>
      page.evaluate((visibilityState) => {
        Object.defineProperty(document, "visibilityState", { value: visibilityState, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, state);
    await postEvent(tenant);
    await row(page).getByText("Delivered").waitFor({ timeout: 30_000 });
    const ended = page.waitForEvent("requestfailed", isStream);
    await become("hidden");
    await ended;
    await postEvent(tenant);
    const opened = page.waitForRequest(isStream);
    await become("visible");
    expect((await opened).headers()["last-event-id"]).toMatch(/^[0-9a-f]{12}-\d+$/);
    await page.getByRole("button", { name: "1 new" }).click({ timeout: 30_000 });
    await page.locator("tbody tr").nth(1).getByText("Delivered").waitFor();
  });

  test("a short list takes new rows in, but moves none while the pointer moves over it", async () => {
    const tenant = await openTenant(web);
    await using visitor = await visit(tenant);
    const { page } = visitor;
    const isEndpoints = (message: { url: () => string }) =>
      new URL(message.url()).pathname === "/api/v1/endpoints";
    await page.clock.install();
    await openPage(page, `/${tenant.slug}/endpoints`, isEndpoints);
    const first = row(page).getByRole("link").first();
    const before = await first.getAttribute("href");
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
    // The time stands still, so the pointer has just moved for as long as this takes.
    await first.hover();
    let isRead = false;
    page.on("response", async (response) => {
      if (!isEndpoints(response)) return;
      isRead = (await response.json()).data.length === 2;
    });
    await tenant.producer.call("POST", "/endpoints", { url: `${receiver.url}/second` });
    const passBriefly = () => page.clock.runFor(10);
    await waitFor("the new endpoint to be read", () => passBriefly().then(() => isRead), { everyMs: 50 });
    await passBriefly();
    expect(await first.getAttribute("href")).toBe(before);
    await page.clock.runFor(2_000);
    await waitFor("the new endpoint to be shown", async () => (await first.getAttribute("href")) !== before);
  });
});
