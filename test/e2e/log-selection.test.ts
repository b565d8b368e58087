import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases, prisma } from "#lib/db.ts";
import { type App, startApp } from "#test/support/app-server.ts";
import { openBrowser, openVisit, type Visit } from "#test/support/browser.ts";
import { expectDisabled } from "#test/support/disabled-reason.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertUser } from "#test/support/people.ts";
import { bootstrap, Producer } from "#test/support/producer.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { testSettings } from "#test/support/settings.ts";
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
type Scene = {
  visit: Visit;
  page: Page;
  producer: Producer;
  path: string;
  endpointId: string;
} & AsyncDisposable;

/** A tenant of its own with so many deliveries that wait for their retry, since the receiver refused them; it is mended by now. */
async function openTenant(tenant: string, count: number): Promise<Scene> {
  const email = `ada@${tenant}.example`;
  const { apiKey } = await bootstrap(testSettings(process.env.DATABASE_URL ?? ""), { email, tenant });
  const producer = new Producer(app.url, apiKey);
  const endpoint = { url: `${receiver.url}/${tenant}`, retrySchedule: [86_400] };
  const { body } = await producer.call<{ id: string }>("POST", "/endpoints", endpoint);
  await fail(producer, count);
  const visit = await openVisit(browser, app.url);
  await signIn(visit.page, email);
  const scene = { visit, page: visit.page, producer, path: `/${tenant}/deliveries`, endpointId: body.id };
  return { ...scene, [Symbol.asyncDispose]: visit.close };
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.request.post("/api/auth/sign-in", {
    data: { email, password: "correct horse battery" },
    headers: { origin: app.url },
  });
}

async function fail(producer: Producer, count: number): Promise<void> {
  receiver.answerAll(() => ({ status: 500, body: "out of order" }));
  for (let n = 0; n < count; n += 1)
    await producer.call("POST", "/events", { type: `invoice.number_${n}`, data: { n } });
  await waitFor("all to wait for their retry", async () => {
    const { body } = await producer.call<Listed>("GET", "/deliveries?status=retrying&limit=250");
    return body.data.length === count;
  });
  receiver.answerAll(() => ({ body: "mended" }));
}

/** More than a worker would fail within a test: an endpoint that fails so often is given a rest. */
async function insertFailed(slug: string, count: number): Promise<void> {
  const { id: tenantId, endpoints } = await prisma().tenant.findUniqueOrThrow({
    where: { slug },
    include: { endpoints: true },
  });
  const [endpoint] = endpoints;
  if (!endpoint) throw new Error(`${slug} has no endpoint`);
  const { id: endpointId, applicationId } = endpoint;
  const rowsOf = {
    tenantId,
    applicationId,
    ctx: { tenantId, actor: { kind: "system", id: null, label: "test" } },
  } as const;
  for (let n = 0; n < count; n += 1)
    await insertDelivery(rowsOf, { event: await insertEvent(rowsOf), endpointId, status: "failed" });
}

const rows = (page: Page) => page.locator("[data-row]");
const box = (page: Page, place: number) => page.getByRole("row").nth(place).getByRole("checkbox");
const inState = (page: Page, word: string) => page.getByRole("row").getByText(word);
const bar = (page: Page) => page.getByRole("region", { name: "Selection" });

describe("rows of the deliveries log", () => {
  test("stay chosen where they are while new ones come in, and when these are shown", async () => {
    await using scene = await openTenant("steady", 2);
    const { page, path, producer } = scene;
    await page.goto(path);
    await rows(page).nth(1).waitFor();
    await box(page, 2).click();
    const chosen = await rows(page).nth(1).getAttribute("data-row");
    await producer.call("POST", "/events", { type: "invoice.late", data: {} });
    const pill = page.getByRole("button", { name: "1 new" });
    await pill.waitFor({ timeout: 20_000 });
    expect(await box(page, 2).isChecked()).toBe(true);
    await pill.click();
    await rows(page).nth(2).waitFor();
    expect(await page.getByRole("checkbox", { name: /^Select invoice/, checked: true }).count()).toBe(1);
    expect(await rows(page).nth(2).getAttribute("data-row")).toBe(chosen);
    expect(await box(page, 3).isChecked()).toBe(true);
    await bar(page).getByText("1 selected").waitFor();
  });

  test("are chosen by click, by range and by keyboard; the bar counts them, and Escape lets go", async () => {
    await using scene = await openTenant("choose", 5);
    const { page, path } = scene;
    await page.goto(path);
    await rows(page).nth(4).waitFor();
    await box(page, 1).click();
    await bar(page).getByText("1 selected").waitFor();
    await box(page, 3).click({ modifiers: ["Shift"] });
    await bar(page).getByText("3 selected").waitFor();
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(3);
    await rows(page).nth(4).focus();
    await page.keyboard.press("x");
    await bar(page).getByText("4 selected").waitFor();
    await page.keyboard.press("Space");
    await bar(page).getByText("3 selected").waitFor();
    await page.keyboard.press("k");
    await page.keyboard.press("Shift+X");
    await bar(page).getByText("5 selected").waitFor();
    await page.keyboard.press("Escape");
    await bar(page).waitFor({ state: "hidden" });
    await page.getByRole("checkbox", { name: "Select all on this page" }).click();
    await bar(page).getByText("5 selected").waitFor();
    await bar(page).getByRole("button", { name: "Clear selection" }).click();
    await bar(page).waitFor({ state: "hidden" });
  });

  test("are resent with one request, say so, and turn where they stand although they fit the filter no more", async () => {
    await using scene = await openTenant("resend", 4);
    const { page, path } = scene;
    await page.goto(`${path}?status=retrying`);
    await rows(page).nth(3).waitFor();
    const before = await rows(page).evaluateAll((links) =>
      links.map((link) => link.getAttribute("data-row")),
    );
    const posted: string[] = [];
    page.on(
      "request",
      (request) => request.method() === "POST" && posted.push(new URL(request.url()).pathname),
    );
    const seen = receiver.requests.length;
    await box(page, 1).click();
    await box(page, 3).click({ modifiers: ["Shift"] });
    await page.keyboard.press("r");
    await page.getByText("Queued 3").waitFor();
    await receiver.waitFor(seen + 3);
    await inState(page, "Delivered").nth(2).waitFor();
    expect(await inState(page, "Retrying").count()).toBe(1);
    const after = await rows(page).evaluateAll((links) => links.map((link) => link.getAttribute("data-row")));
    expect(after).toEqual(before);
    expect(posted).toEqual(["/api/v1/deliveries/retry"]);
    expect(receiver.requests).toHaveLength(seen + 3);
    await bar(page).waitFor({ state: "hidden" });
  });

  test("that cannot be resent say why and stay chosen, while the others go out", async () => {
    await using scene = await openTenant("partly", 2);
    const { page, path, producer } = scene;
    const other = { url: `${receiver.url}/partly-off`, retrySchedule: [86_400], eventTypes: ["only.this"] };
    const { body } = await producer.call<{ id: string }>("POST", "/endpoints", other);
    await producer.call("PATCH", `/endpoints/${body.id}`, { disabled: true });
    await producer.call("POST", "/events", { type: "only.this", data: {} });
    await page.goto(`${path}?status=retrying,canceled`);
    await rows(page).nth(2).waitFor();
    await page.getByRole("checkbox", { name: "Select all on this page" }).click();
    const seen = receiver.requests.length;
    await bar(page).getByRole("button", { name: "Resend 3" }).click();
    const notice = page.getByRole("alert").filter({ hasText: "1 of 3 not queued" });
    await notice.getByText(/partly-off is disabled; enable it to send to it again\.$/).waitFor();
    await receiver.waitFor(seen + 2);
    await bar(page).getByText("1 selected").waitFor();
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await notice.waitFor({ state: "hidden" });
  });

  test("are asked about before what arrived is sent a second time", async () => {
    await using scene = await openTenant("twice", 2);
    const { page, path } = scene;
    await page.goto(path);
    await rows(page).nth(1).waitFor();
    await box(page, 1).click();
    await bar(page).getByRole("button", { name: "Resend 1" }).click();
    await inState(page, "Delivered").waitFor();
    await page.getByRole("checkbox", { name: "Select all on this page" }).click();
    const seen = receiver.requests.length;
    await bar(page).getByRole("button", { name: "Resend 2" }).click();
    const question = page.getByRole("alertdialog");
    await question.getByText(/^1 arrived already\./).waitFor();
    expect(receiver.requests).toHaveLength(seen);
    await question.getByRole("button", { name: "Send 2 again" }).click();
    await receiver.waitFor(seen + 2);
    await inState(page, "Delivered").nth(1).waitFor();
  });

  test("stop being retried, with the count told before", async () => {
    await using scene = await openTenant("cancel", 3);
    const { page, path } = scene;
    await page.goto(`${path}?status=retrying`);
    await rows(page).nth(2).waitFor();
    await box(page, 1).click();
    await box(page, 2).click();
    await bar(page).getByRole("button", { name: "Cancel retries" }).click();
    const question = page.getByRole("alertdialog");
    await question.getByText("Stop trying 2 deliveries?").waitFor();
    await question.getByRole("button", { name: "Cancel 2" }).click();
    await inState(page, "Canceled").nth(1).waitFor();
    await bar(page).waitFor({ state: "hidden" });
  });
});

test("a whole page leads on to all that the filter finds, with the count, as a replay", async () => {
  await using scene = await openTenant("matching", 0);
  const { page, path } = scene;
  await insertFailed("matching", 53);
  await page.goto(`${path}?status=failed`);
  await rows(page).nth(49).waitFor();
  await page.getByRole("checkbox", { name: "Select all on this page" }).click();
  await bar(page).getByText("50 selected").waitFor();
  await bar(page).getByRole("button", { name: "Select all 53 matching…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Resend 53 deliveries" }).waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await bar(page).getByText("50 selected").waitFor();
  await page.getByRole("link", { name: "Next" }).click();
  await bar(page).getByText("50 not on this page").waitFor();
  await page.getByRole("checkbox", { name: "Select all on this page" }).click();
  await bar(page).getByText("53 selected").waitFor();
});

test("whoever may not resend can choose, and reads why the buttons are off", async () => {
  await using _ = await openTenant("viewer", 1);
  const email = "vic@viewer.example";
  const { id: userId } = await insertUser({ email, password: "correct horse battery", isVerified: true });
  const { id: tenantId } = await prisma().tenant.findUniqueOrThrow({ where: { slug: "viewer" } });
  await prisma().member.create({ data: { tenantId, userId, role: "viewer" } });
  await using visit = await openVisit(browser, app.url);
  const { page } = visit;
  await signIn(page, email);
  await page.goto("/viewer/deliveries");
  await rows(page).first().waitFor();
  await box(page, 1).click();
  const resend = bar(page).getByRole("button", { name: "Resend 1" });
  await expectDisabled(resend, "Needs the support role; yours is viewer");
});
