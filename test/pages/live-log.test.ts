import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outage } from "#test/support/outage.ts";
import { buttonOf, rowIds, rowsOf, walkToFirst } from "#test/support/page-parts.ts";
import { postEvent, SmallScene } from "#test/support/small-scene.ts";

let scene: SmallScene;

beforeAll(async () => {
  scene = await SmallScene.open();
});

afterAll(() => scene.close());

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const mayCopy = { permissions: ["clipboard-read", "clipboard-write"] };

describe("live updates", () => {
  test("stop when they are paused, and take in what came meanwhile once they go on", async () => {
    const tenant = await scene.openTenant();
    await postEvent(tenant);
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await page.goto(`/${tenant.slug}/deliveries`);
    await rowsOf(page).getByText("invoice.paid").waitFor();
    await buttonOf(page, "Live. Pause live updates").click();
    await buttonOf(page, "Paused. Resume live updates").waitFor();
    let reads = 0;
    page.on("request", (request) => {
      if (new URL(request.url()).pathname === "/api/v1/deliveries") reads += 1;
    });
    await postEvent(tenant, 1);
    // The page of its events hears of the second one by the same stream, and is not paused.
    const events = await page.context().newPage();
    await events.goto(`/${tenant.slug}/events`);
    await rowsOf(events).nth(1).waitFor();
    expect(reads).toBe(0);
    expect(await buttonOf(page, "1 new").count()).toBe(0);
    await buttonOf(page, "Paused. Resume live updates").click();
    await buttonOf(page, "1 new").click();
    await rowsOf(page).nth(1).waitFor();
  });

  test("outlive a network that goes away", async () => {
    const tenant = await scene.openTenant();
    await postEvent(tenant);
    await using opened = await scene.visit(tenant);
    const { page, allow } = opened;
    allow(/ERR_INTERNET_DISCONNECTED/);
    await page.goto(`/${tenant.slug}/deliveries`);
    await page.getByText("Delivered", { exact: true }).first().waitFor();
    await page.getByRole("figure").waitFor();
    await page.context().setOffline(true);
    await postEvent(tenant, 1);
    await page.context().setOffline(false);
    await buttonOf(page, "1 new").click({ timeout: 30_000 });
    await rowsOf(page).nth(1).waitFor();
  });
});

describe("times", () => {
  test("a retry counts down in its row and in its sheet", async () => {
    const tenant = await scene.openTenant("down");
    await postEvent(tenant);
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await page.goto(`/${tenant.slug}/deliveries`);
    await page
      .getByText(/in \d+ m/)
      .first()
      .waitFor();
    await rowsOf(page).first().click();
    const coming = page.getByRole("dialog").getByText(/^Attempt 2 in/);
    const before = await coming.innerText();
    await expect.poll(() => coming.innerText(), { timeout: 5_000 }).not.toBe(before);
  });

  test("are exact on hover, in UTC and Unix, and a click copies them", async () => {
    const tenant = await scene.openTenant();
    await postEvent(tenant);
    await using opened = await scene.visit(tenant, mayCopy);
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
    const tenant = await scene.openTenant();
    await postEvent(tenant);
    await postEvent(tenant, 1);
    await using opened = await scene.visit(tenant, mayCopy);
    const { page } = opened;
    await page.goto(`/${tenant.slug}/events`);
    await rowsOf(page).nth(1).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-row"));
    const ids = await rowIds(page);
    await walkToFirst(page);
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe(ids[1]);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("c");
    await page.getByText("Copied", { exact: true }).first().waitFor();
    expect(await clipboard(page)).toBe(ids[0]);
  });

  test("r sends the row that is reached once more, and says what came of it", async () => {
    const tenant = await scene.openTenant("again/down");
    await postEvent(tenant);
    await using opened = await scene.visit(tenant);
    const { page, allow } = opened;
    allow(/503/);
    await page.goto(`/${tenant.slug}/deliveries`);
    await page
      .getByText(/in \d+ m/)
      .first()
      .waitFor();
    await page.route("**/api/v1/deliveries/*/retry", (route) => route.fulfill(outage));
    await walkToFirst(page);
    await page.keyboard.press("r");
    await page.getByRole("main").getByText("It was not resent").waitFor();
    expect(await page.getByText("Queued", { exact: true }).count()).toBe(0);
    await page.unroute("**/api/v1/deliveries/*/retry");
    await page.keyboard.press("r");
    await page.getByText("Queued", { exact: true }).first().waitFor();
    const received = () => scene.receiver.requests.filter(({ path }) => path.endsWith("/again/down"));
    await expect.poll(() => received().length, { timeout: 15_000 }).toBe(2);
  });

  test("⌘K goes to places, does things and remembers them; ? lists the keys", async () => {
    const tenant = await scene.openTenant();
    await using opened = await scene.visit(tenant);
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
