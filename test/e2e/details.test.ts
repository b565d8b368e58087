import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "#lib/contracts/permissions.ts";
import { closeDatabases } from "#lib/db.ts";
import { type App, startApp } from "#test/support/app-server.ts";
import { openBrowser, openVisit } from "#test/support/browser.ts";
import { looks } from "#test/support/looks.ts";
import { smallTargets } from "#test/support/page-manners.ts";
import { carryCookie, cookieOf, insertMember } from "#test/support/people.ts";
import { Producer } from "#test/support/producer.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

let app: App;
let browser: Browser;
let receiver: Receiver;

beforeAll(async () => {
  app = await startApp();
  browser = await openBrowser();
  receiver = await createReceiver(({ path }) => ({ status: path.endsWith("/down") ? 503 : 200 }));
});

afterAll(async () => {
  await browser.close();
  await receiver.close();
  await app.stop();
  await closeDatabases();
});

type Tenant = Pick<TestTenant, "tenantId" | "slug"> & { producer: Producer; endpoint: string };

/** A tenant with one endpoint at this path of the receiver; a second attempt is due in an hour. */
async function openTenant(path = "up"): Promise<Tenant> {
  const tenant = await createTenantForTest();
  const producer = new Producer(app.url, await tenant.apiKey());
  const settings = { url: `${receiver.url}/${path}`, retrySchedule: [3_600] };
  const { body } = await producer.call("POST", "/endpoints", settings);
  return { ...tenant, producer, endpoint: String(body.id) };
}

async function visit({ tenantId }: Tenant, { role = "owner" as Role, ...options }: VisitOptions = {}) {
  const opened = await openVisit(browser, app.url, options);
  await carryCookie(opened.page, app.url, await cookieOf(await insertMember(tenantId, role)));
  return opened;
}

type VisitOptions = BrowserContextOptions & { role?: Role };

const postEvent = ({ producer }: Tenant, n = 0) =>
  producer.call("POST", "/events", { type: "invoice.paid", data: { n } });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const rows = (page: Page) => page.locator("[data-row]");
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const mayCopy = { permissions: ["clipboard-read", "clipboard-write"] };

describe("live updates", () => {
  test("stop when they are paused, and take in what came meanwhile once they go on", async () => {
    const tenant = await openTenant();
    await postEvent(tenant);
    await using opened = await visit(tenant);
    const { page } = opened;
    await page.goto(`/${tenant.slug}/deliveries`);
    await rows(page).getByText("invoice.paid").waitFor();
    await button(page, "Live. Pause live updates").click();
    await button(page, "Paused. Resume live updates").waitFor();
    let reads = 0;
    page.on("request", (request) => {
      if (new URL(request.url()).pathname === "/api/v1/deliveries") reads += 1;
    });
    await postEvent(tenant, 1);
    // The page of its events hears of the second one by the same stream, and is not paused.
    const events = await page.context().newPage();
    await events.goto(`/${tenant.slug}/events`);
    await rows(events).nth(1).waitFor();
    expect(reads).toBe(0);
    expect(await button(page, "1 new").count()).toBe(0);
    await button(page, "Paused. Resume live updates").click();
    await button(page, "1 new").click();
    await rows(page).nth(1).waitFor();
  });

  test("outlive a network that goes away", async () => {
    const tenant = await openTenant();
    await postEvent(tenant);
    await using opened = await visit(tenant);
    const { page, allow } = opened;
    allow(/ERR_INTERNET_DISCONNECTED/);
    await page.goto(`/${tenant.slug}/deliveries`);
    await page.getByText("Delivered", { exact: true }).first().waitFor();
    await page.getByRole("figure").waitFor();
    await page.context().setOffline(true);
    await postEvent(tenant, 1);
    await page.context().setOffline(false);
    await button(page, "1 new").click({ timeout: 30_000 });
    await rows(page).nth(1).waitFor();
  });
});

describe("a signing secret", () => {
  test("stands in no page and no address until it is revealed, and is hidden again after 30 s", async () => {
    const tenant = await openTenant();
    await using opened = await visit(tenant);
    const { page } = opened;
    await page.clock.install();
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}/settings`);
    await page.getByText("whsec_••••").waitFor();
    const { body } = await tenant.producer.call("GET", `/endpoints/${tenant.endpoint}/secret`);
    const secret = String(body.secret);
    expect(secret).toMatch(/^whsec_/);
    expect(await page.content()).not.toContain(secret);
    await button(page, "Reveal").click();
    await page.getByText(secret).waitFor();
    await page.clock.runFor(30_001);
    await page.getByText("whsec_••••").waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(addresses.join()).not.toContain(secret);
  });

  test("is for the roles that may read it; others see which", async () => {
    const tenant = await openTenant();
    await using opened = await visit(tenant, { role: "viewer" });
    const { page } = opened;
    await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}/settings`);
    const reveal = button(page, "Reveal");
    expect(await reveal.getAttribute("aria-disabled")).toBe("true");
    await reveal.hover();
    await page
      .getByText(/^Needs the \w+ role; yours is viewer$/)
      .first()
      .waitFor();
  });
});

describe("times", () => {
  test("a retry counts down in its row and in its sheet", async () => {
    const tenant = await openTenant("down");
    await postEvent(tenant);
    await using opened = await visit(tenant);
    const { page } = opened;
    await page.goto(`/${tenant.slug}/deliveries`);
    await page
      .getByText(/in (\d+ m|1 h)/)
      .first()
      .waitFor();
    await rows(page).first().click();
    const coming = page.getByRole("dialog").getByText(/^Attempt 2 in/);
    const before = await coming.innerText();
    await expect.poll(() => coming.innerText(), { timeout: 5_000 }).not.toBe(before);
  });

  test("are exact on hover, in UTC and Unix, and a click copies them", async () => {
    const tenant = await openTenant();
    await postEvent(tenant);
    await using opened = await visit(tenant, mayCopy);
    const { page } = opened;
    await page.goto(`/${tenant.slug}/events`);
    const time = page.locator("tbody time").first();
    const at = (await time.getAttribute("datetime")) ?? "";
    await time.hover();
    await page.getByText(String(Math.floor(Date.parse(at) / 1_000))).waitFor();
    await page.getByText("Click to copy UTC").waitFor();
    await time.click();
    await page.getByText("Copied", { exact: true }).first().waitFor();
    expect(await clipboard(page)).toBe(at);
  });
});

describe("by keyboard", () => {
  test("arrows walk the rows, and c copies the id of the one that is reached", async () => {
    const tenant = await openTenant();
    await postEvent(tenant);
    await postEvent(tenant, 1);
    await using opened = await visit(tenant, mayCopy);
    const { page } = opened;
    await page.goto(`/${tenant.slug}/events`);
    await rows(page).nth(1).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-row"));
    const ids = await rows(page).evaluateAll((links) => links.map((link) => link.getAttribute("data-row")));
    await page.keyboard.press("j");
    expect(await focused()).toBe(ids[0]);
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe(ids[1]);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("c");
    await page.getByText("Copied", { exact: true }).first().waitFor();
    expect(await clipboard(page)).toBe(ids[0]);
  });

  test("⌘K goes to places, does things and remembers them; ? lists the keys", async () => {
    const tenant = await openTenant();
    await using opened = await visit(tenant);
    const { page } = opened;
    await page.goto(`/${tenant.slug}`);
    await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
    await page.keyboard.press("Control+k");
    for (const group of ["Go to", "Do"]) await page.getByText(group, { exact: true }).waitFor();
    await page.keyboard.type("audit");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/settings/audit-log");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("create an endp");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/endpoints/new");
    await page.keyboard.press("Control+k");
    const recent = page.getByRole("group", { name: "Recent" });
    expect(await recent.getByRole("option").allInnerTexts()).toEqual(["Create an endpoint", "Audit log"]);
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    for (const text of ["Next row of a log", "Copy its id", "Resend the delivery, or all selected"])
      await keys.getByText(text).waitFor();
  });
});

describe("on a phone", () => {
  test("the menu is a drawer, and a sheet takes the whole window; a finger finds all of both", async () => {
    const tenant = await openTenant();
    await postEvent(tenant);
    await using opened = await visit(tenant, looks.phone);
    const { page } = opened;
    await page.goto(`/${tenant.slug}`);
    await button(page, "Open menu").click();
    const menu = page.getByRole("dialog", { name: "Menu" });
    await menu.waitFor();
    expect(await smallTargets(page)).toEqual([]);
    await menu.getByRole("link", { name: "Deliveries" }).click();
    await menu.waitFor({ state: "detached" });
    await rows(page).first().click();
    const sheet = page.getByRole("dialog");
    await sheet.waitFor();
    await expect.poll(() => sheet.boundingBox()).toEqual({ x: 0, y: 0, ...looks.phone.viewport });
    expect(await smallTargets(page)).toEqual([]);
  });
});

test("figures stand below each other", async () => {
  const tenant = await openTenant();
  await postEvent(tenant);
  await using opened = await visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}/deliveries`);
  const cell = page.getByRole("cell", { name: /^\d+ ms$/ }).first();
  const style = await cell.evaluate((element) => {
    const { fontVariantNumeric, textAlign } = getComputedStyle(element);
    return { fontVariantNumeric, textAlign };
  });
  expect(style).toEqual({ fontVariantNumeric: "tabular-nums", textAlign: "right" });
});

test("a deleted endpoint keeps its name where it is spoken of", async () => {
  const tenant = await openTenant();
  await postEvent(tenant);
  await using opened = await visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}/deliveries`);
  await page.getByText("Delivered", { exact: true }).first().waitFor();
  await tenant.producer.call("DELETE", `/endpoints/${tenant.endpoint}`);
  await page.reload();
  const url = receiver.url.replace("http://", "");
  await page
    .getByRole("row")
    .filter({ hasText: `${url}/up` })
    .waitFor();
  await rows(page).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText(`${receiver.url}/up`).waitFor();
  await sheet.getByText("Deleted", { exact: true }).waitFor();
  await page.goto(`/${tenant.slug}/settings/audit-log`);
  await page
    .getByRole("row")
    .filter({ hasText: `${receiver.url}/up` })
    .first()
    .waitFor();
});

test("a page that a role may not read says which role does", async () => {
  const tenant = await openTenant();
  await using opened = await visit(tenant, { role: "viewer" });
  const { page, allow } = opened;
  allow(/403/);
  await page.goto(`/${tenant.slug}/settings/audit-log`);
  await page.getByText(/It takes the \w+ role; yours in Acme is viewer/).waitFor();
});

test("leaving the document with something typed asks first", async () => {
  const tenant = await openTenant();
  await using opened = await visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}/settings`);
  await page.getByRole("textbox", { name: "Description (optional)" }).fill("Billing");
  const asked = page.waitForEvent("dialog");
  const reloaded = page.reload();
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.accept();
  await reloaded;
});
