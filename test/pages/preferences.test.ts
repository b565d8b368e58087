import type { BrowserContextOptions, Locator, Page, Response } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "#lib/db.ts";
import { seedDemo } from "#prisma/seed/seed-demo.ts";
import { AppScene } from "#test/support/app-scene.ts";
import { screenshot, type Visit } from "#test/support/browser.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { seriousFindings, sidewaysOverflow } from "#test/support/page-audit.ts";
import { openPalette } from "#test/support/page-parts.ts";

const password = "correct horse battery";

let scene: AppScene;
let slug: string;

beforeAll(async () => {
  const demo = await seedDemo({ events: 300, password, now: new Date() });
  slug = demo.slug;
  await deliverNow(demo.tenantId);
  scene = await AppScene.open();
});

afterAll(() => scene.close());

/** Something in the last hour, whatever the hour: the demo's history has quiet ones. */
async function deliverNow(tenantId: string): Promise<void> {
  const { id: endpointId, applicationId } = await prisma().endpoint.findFirstOrThrow({ where: { tenantId } });
  await insertDelivery({ tenantId }, { event: await insertEvent({ tenantId, applicationId }), endpointId });
}

/** The person of the demo at a browser of their own, which is in New York unless it is elsewhere. */
async function signIn(options: BrowserContextOptions = {}): Promise<Visit> {
  const visit = await scene.outsider({ timezoneId: "America/New_York", ...options });
  await visit.page.goto("/sign-in");
  await visit.page.getByLabel("E-mail").fill("demo@posthorn.local");
  await visit.page.getByLabel("Password", { exact: true }).fill(password);
  await visit.page.getByRole("button", { name: "Sign in", exact: true }).click();
  await visit.page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  return visit;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Chooses on the account page and waits until the server has it. */
async function choose(page: Page, act: () => Promise<void>): Promise<void> {
  const isIt = (response: Response) => response.url().endsWith("/api/auth/preferences");
  const [kept] = await Promise.all([page.waitForResponse(isIt), act()]);
  expect(kept.status()).toBe(200);
}

async function chooseZone(page: Page, query: string, name: string): Promise<void> {
  await findZone(page, query);
  await choose(page, () => page.getByRole("option", { name }).click());
}

/** Opens the list of zones and types. */
async function findZone(page: Page, query: string): Promise<void> {
  const field = page.getByRole("combobox", { name: "Time zone" });
  await field.click();
  await expect.poll(() => page.getByRole("option").count(), { timeout: 15_000 }).toBeGreaterThan(100);
  await field.fill(query);
}

/** "14:05" of a moment in a zone. */
function clockIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" }).format(at);
}

/** Every start of five minutes in the last two hours, as the axis may write it. */
function ticksIn(timeZone: string): string[] {
  const fiveMinutes = 300_000;
  const now = Math.ceil(Date.now() / fiveMinutes);
  return Array.from({ length: 25 }, (_, index) => clockIn(timeZone, new Date((now - index) * fiveMinutes)));
}

async function momentOf(time: Locator): Promise<Date> {
  return new Date((await time.getAttribute("datetime")) ?? "");
}

/** Looks at a row's tooltip, the axis of the chart above the log, and the delivery beside it. */
async function expectTimesIn(page: Page, timeZone: string, shortName: string | RegExp): Promise<void> {
  await page.goto(`/${slug}/deliveries?range=1h`);
  const row = page
    .getByRole("row")
    .filter({ has: page.locator("time") })
    .first();
  const moment = await momentOf(row.locator("button time"));
  await row.locator("button:has(time)").hover();
  const tooltip = page.locator(".contents").filter({ has: page.getByText(shortName) });
  await tooltip.getByText(`, ${clockIn(timeZone, moment)}:`).waitFor();

  const tick = page.locator(".recharts-cartesian-axis-tick-value").first();
  expect(ticksIn(timeZone)).toContain(await tick.textContent());

  await row.getByRole("link").first().click();
  const created = page
    .getByRole("dialog")
    .locator("time")
    .filter({ has: page.getByText(shortName) })
    .first();
  expect(await created.innerText()).toContain(`, ${clockIn(timeZone, await momentOf(created))}:`);
}

test("who has chosen no zone sees the browser's, from the first page on", async () => {
  await using visit = await signIn();
  const { page } = visit;
  await expectTimesIn(page, "America/New_York", /^E[SD]T$/);
  await page.context().clearCookies({ name: "posthorn_zone" });
  await expectTimesIn(page, "America/New_York", /^E[SD]T$/);
});

test("a chosen zone holds everywhere, after a reload and on another device", async () => {
  await using here = await signIn();
  await here.page.goto("/account");
  await chooseZone(here.page, "kolkata", "Asia/Kolkata");
  await expectTimesIn(here.page, "Asia/Kolkata", "GMT+5:30");
  await here.page.goto("/account");
  expect(await here.page.getByRole("combobox", { name: "Time zone" }).inputValue()).toBe("Asia/Kolkata");

  await using there = await signIn({ timezoneId: "Europe/Berlin" });
  await expectTimesIn(there.page, "Asia/Kolkata", "GMT+5:30");

  await here.page.goto("/account");
  await choose(here.page, () => button(here.page, "12 hours").click());
  await here.page.getByText(/Times read like this: .* \d{1,2}:\d\d [AP]M \(GMT\+5:30\)/).waitFor();
  await choose(here.page, () => button(here.page, "24 hours").click());
  await chooseZone(here.page, "browser", "Browser’s time zone");
  await here.page.getByText(/Times read like this: .* \(E[SD]T\)/).waitFor();
});

test("a range is typed in the chosen zone", async () => {
  await using visit = await signIn();
  const { page } = visit;
  await page.goto("/account");
  await chooseZone(page, "gmt+5:45", "Asia/Kathmandu");
  await page.goto(`/${slug}/deliveries`);
  await button(page, "Last 30 days").click();
  await page.getByLabel("From").fill("2026-01-02T05:45");
  await page.getByLabel("To", { exact: true }).fill("2026-01-03T05:45");
  await button(page, "Apply").click();
  await page.waitForURL(/2026-01-02T00%3A00%3A00\.000Z|2026-01-02T00:00:00\.000Z/);
  await button(page, "Jan 2, 05:45 – Jan 3, 05:45").waitFor();
  await page.goto("/account");
  await chooseZone(page, "browser", "Browser’s time zone");
});

test("the theme follows to another device and is there before anything is drawn", async () => {
  await using here = await signIn({ colorScheme: "light" });
  await here.page.goto("/account");
  await choose(here.page, () => button(here.page, "Dark").click());
  await using there = await signIn({ colorScheme: "light" });
  await there.page.addInitScript(() => {
    // What the document looked like when its first element that can be seen came in.
    new MutationObserver((_, observer) => {
      if (!document.querySelector(".app-root")) return;
      observer.disconnect();
      (window as unknown as { firstTheme: string }).firstTheme = document.documentElement.className;
    }).observe(document, { childList: true, subtree: true });
  });
  await there.page.goto("/account");
  expect(await there.page.evaluate(() => (window as unknown as { firstTheme: string }).firstTheme)).toMatch(
    /(^| )dark( |$)/,
  );
  await choose(there.page, () => button(there.page, "System").click());
  await here.page.reload();
  await here.page.waitForFunction(() => document.documentElement.classList.contains("light"));
});

test("compact rows are lower, but not for a finger", async () => {
  const heightOf = async (page: Page) => {
    await page.goto(`/${slug}/deliveries`);
    const row = page
      .getByRole("row")
      .filter({ has: page.locator("time") })
      .first();
    return (await row.boundingBox())?.height ?? 0;
  };
  await using mouse = await signIn();
  const comfortable = await heightOf(mouse.page);
  await mouse.page.goto("/account");
  await choose(mouse.page, () => button(mouse.page, "Compact").click());
  expect(await heightOf(mouse.page)).toBeLessThan(comfortable - 6);
  await using finger = await signIn({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 900, height: 700 },
  });
  expect(await heightOf(finger.page)).toBeGreaterThanOrEqual(44);
});

test("the menu and the palette change preferences on the spot", async () => {
  await using visit = await signIn();
  const { page } = visit;
  await button(page, "Your account").click();
  await choose(page, () => page.getByRole("menuitemradio", { name: "Comfortable" }).click());
  await page.waitForFunction(() => document.documentElement.dataset.density === "comfortable");
  await run(page, "compact rows");
  await page.waitForFunction(() => document.documentElement.dataset.density === "compact");
  await run(page, "theme dark");
  await page.waitForFunction(() => document.documentElement.classList.contains("dark"));
  await run(page, "theme system");
  await run(page, "time zone");
  const dialog = page.getByRole("dialog", { name: "Time zone" });
  await findZone(page, "utc");
  await choose(page, () => page.getByRole("option", { name: "UTC" }).first().click());
  await dialog.waitFor({ state: "hidden" });
  await button(page, "Your account").click();
  await page.getByRole("menuitem", { name: "Time zone… UTC" }).waitFor();
});

async function run(page: Page, query: string): Promise<void> {
  const search = await openPalette(page);
  await search.fill(query);
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Search" }).waitFor({ state: "hidden" });
}

test("a preference that the server does not take is undone and said so", async () => {
  await using visit = await signIn();
  const { page } = visit;
  visit.allow(/503/);
  await page.goto("/account");
  await page.route("**/api/auth/preferences", (route) => route.fulfill({ status: 503, body: "" }));
  await button(page, "Dark").click();
  await page.getByRole("main").getByText("Your preference was not saved").waitFor();
  await page.waitForFunction(() => document.documentElement.classList.contains("light"));
});

test.each([
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["phone", { colorScheme: "light", viewport: { width: 360, height: 740 }, hasTouch: true }],
  ["phone-dark", { colorScheme: "dark", viewport: { width: 360, height: 740 }, hasTouch: true }],
] satisfies [string, BrowserContextOptions][])(
  "the card and the dialog read well: %s",
  async (look, options) => {
    await using visit = await signIn(options);
    const { page } = visit;
    await page.goto("/account");
    await page.getByRole("heading", { name: "Preferences" }).scrollIntoViewIfNeeded();
    expect([await seriousFindings(page), await sidewaysOverflow(page)]).toEqual([[], 0]);
    await findZone(page, "europe/b");
    await page.getByRole("option", { name: "Europe/Berlin" }).waitFor();
    await screenshot(page, `account-preferences-${look}`);
    await page.goto(`/${slug}/deliveries`);
    await page.locator("time").first().waitFor();
    await button(page, "Your account").click();
    await page.getByRole("menuitem", { name: /^Time zone/ }).waitFor();
    await screenshot(page, `user-menu-${look}`);
    await page.getByRole("menuitem", { name: /^Time zone/ }).click();
    await page.getByRole("dialog", { name: "Time zone" }).waitFor();
    expect([await seriousFindings(page), await sidewaysOverflow(page)]).toEqual([[], 0]);
    await screenshot(page, `time-zone-${look}`);
  },
);
