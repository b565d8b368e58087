import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import type { AppProcess } from "#test/support/app-process.ts";
import { startNext, startWeb, startWorker, type Web } from "#test/support/app-server.ts";
import { openBrowser, openVisit, type Visit } from "#test/support/browser.ts";
import { bootstrap, Producer } from "#test/support/producer.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { testSettings } from "#test/support/settings.ts";
import { StreamClient } from "#test/support/stream.ts";
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

const settings = () => testSettings(process.env.DATABASE_URL ?? "");

/** A tenant of its own with an endpoint for everything. */
async function openTenant(web: Web, tenant: string) {
  const email = `ada@${tenant}.example`;
  const { apiKey } = await bootstrap(settings(), { email, tenant });
  const producer = new Producer(web.url, apiKey);
  await producer.call("POST", "/endpoints", { url: `${receiver.url}/${tenant}`, retrySchedule: [3_600] });
  return { producer, apiKey, email };
}

const postEvent = ({ producer }: { producer: Producer }) =>
  producer.call<{ id: string }>("POST", "/events", { type: "invoice.paid", data: {} });

describe.each([
  { mount: "server.ts", start: startWeb, exitCode: 0 },
  { mount: "next start", start: startNext, exitCode: 143 },
])("through $mount", ({ mount, start, exitCode }) => {
  let web: Web;
  beforeAll(async () => {
    web = await start();
  });
  afterAll(() => web?.process.stop());

  test("changes made by another process are told, and being asked to stop ends the stream", async () => {
    const tenant = await openTenant(web, mount.replaceAll(/\W/g, "-"));
    const headers = { authorization: `Bearer ${tenant.apiKey}`, "accept-encoding": "gzip, br" };
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

  async function visitAs(email: string): Promise<Visit> {
    const visit = await openVisit(browser, web.url);
    await visit.page.request.post("/api/auth/sign-in", {
      data: { email, password: "correct horse battery" },
      headers: { origin: web.url },
    });
    return visit;
  }

  const isStream = (message: { url: () => string }) => new URL(message.url()).pathname === "/api/v1/stream";
  const isList = (message: { url: () => string }) => new URL(message.url()).pathname === "/api/v1/deliveries";
  const row = (page: Page) => page.locator("tbody tr").first();

  /** Resolves when the page relies on the stream: what it shows was read again because the stream said so. */
  async function openLog(page: Page, path: string): Promise<void> {
    const opened = page.waitForResponse(isStream);
    await page.goto(path);
    await opened;
    await page.waitForResponse(isList);
  }

  test("a row and its sheet turn Delivered by the stream alone, while every timer of the page stands still", async () => {
    const tenant = await openTenant(web, "still");
    await using visit = await visitAs(tenant.email);
    const { page } = visit;
    await page.clock.install();
    await openLog(page, "/still/deliveries");
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
      await page.clock.runFor(2);
      const texts = [await row(page).innerText(), await sheet.innerText()];
      return texts.every((text) => text.includes("Delivered"));
    };
    await waitFor("row and sheet to turn", turns, { everyMs: 50, timeoutMs: 20_000 });
  });

  test("where nothing lets a stream through, the pages are kept up to date by polling", async () => {
    const tenant = await openTenant(web, "blocked");
    await using visit = await visitAs(tenant.email);
    const { page, allow } = visit;
    allow(/api\/v1\/stream/);
    await page.route("**/api/v1/stream", (route) => route.abort());
    await page.goto("/blocked/deliveries");
    await page.getByText("No deliveries yet").waitFor();
    await postEvent(tenant);
    await row(page).getByText("Delivered").waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: "Live. Pause live updates" }).waitFor();
  });
});
