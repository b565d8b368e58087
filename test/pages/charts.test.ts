import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attempted } from "#test/support/receiving-tenant.ts";
import { SmallScene, type SmallTenant } from "#test/support/small-scene.ts";
import { waitFor } from "#test/support/wait-for.ts";

let scene: SmallScene;

beforeAll(async () => {
  scene = await SmallScene.open();
});

afterAll(() => scene.close());

const invoice = { type: "invoice.paid", data: {} };
const figure = (page: Page, name: string) => page.getByRole("figure", { name, exact: true });

/** A place in a chart: 0 is its left end, 1 its right. */
async function placeIn(chart: Locator, share: number): Promise<{ x: number; y: number }> {
  const plot = chart.getByRole("application");
  await plot.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await plot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + share * width, y: y + height / 3 };
}

async function hover(page: Page, chart: Locator, share: number): Promise<void> {
  const { x, y } = await placeIn(chart, share);
  await page.mouse.move(x - 5, y);
  await page.mouse.move(x, y);
  await chart.locator(".recharts-tooltip-wrapper p").waitFor();
}

/** Draws a span from one place of a chart to another, as a hand does. */
async function drag(page: Page, chart: Locator, [from, to]: [number, number]): Promise<void> {
  await begin(page, chart, from);
  const { x, y } = await placeIn(chart, to);
  await page.mouse.move(x, y, { steps: 12 });
  await expect.poll(() => spanWidth(chart)).toBeGreaterThan(100);
  await page.mouse.up();
}

async function begin(page: Page, chart: Locator, share: number): Promise<void> {
  await hover(page, chart, share);
  await page.mouse.down();
  await chart.locator(".recharts-reference-area").waitFor({ state: "attached" });
}

async function spanWidth(chart: Locator): Promise<number> {
  return (await chart.locator(".recharts-reference-area path").boundingBox())?.width ?? 0;
}

/** The hours of the range in the address. */
async function rangeOf(page: Page): Promise<{ since: number; hours: number }> {
  await page.waitForURL(/range=\d{4}-/);
  const [since = "", until = ""] = (new URL(page.url()).searchParams.get("range") ?? "").split("..");
  return { since: Date.parse(since), hours: (Date.parse(until) - Date.parse(since)) / 3_600_000 };
}

/** The log of the last day with one delivery in it, and the histogram above. */
async function openDay() {
  const tenant = await scene.openTenant();
  await attempted(tenant, invoice);
  const opened = await scene.visit(tenant);
  await opened.page.goto(`/${tenant.slug}/deliveries?range=24h`);
  return { ...opened, chart: figure(opened.page, "Deliveries over time") };
}

describe("a span that is drawn in a chart", () => {
  test("narrows the log below a histogram, and Back widens it again", async () => {
    await using opened = await openDay();
    const { page, chart } = opened;
    await drag(page, chart, [0.25, 0.5]);
    const { since, hours } = await rangeOf(page);
    expect(Math.abs(hours - 6)).toBeLessThan(1.5);
    expect(Math.abs(Date.now() - since - 18 * 3_600_000)).toBeLessThan(1.5 * 3_600_000);
    await page.getByText("No deliveries match these filters").waitFor();
    await page.goBack();
    await page.waitForURL(/range=24h/);
    await page.locator("[data-row]").waitFor();
  });

  test("may end beside the chart, and Escape gives it up", async () => {
    await using opened = await openDay();
    const { page, chart } = opened;
    await begin(page, chart, 0.5);
    const { x, y } = await placeIn(chart, 0.98);
    await page.mouse.move(x, y, { steps: 12 });
    await expect.poll(() => spanWidth(chart)).toBeGreaterThan(100);
    await page.mouse.move(x, 4, { steps: 4 });
    await page.mouse.up();
    expect(Math.abs((await rangeOf(page)).hours - 12)).toBeLessThan(2);
    const narrowed = page.url();
    await begin(page, chart, 0.5);
    await page.keyboard.press("Escape");
    await chart.locator(".recharts-reference-area").waitFor({ state: "detached" });
    await page.mouse.up();
    expect(page.url()).toBe(narrowed);
  });

  test("over the attempts opens the log of their deliveries", async () => {
    const tenant = await scene.openTenant();
    await attempted(tenant, invoice);
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await page.goto(`/${tenant.slug}?range=24h`);
    await drag(page, figure(page, "Attempts"), [0.5, 0.98]);
    await page.waitForURL(/\/deliveries\?/);
    expect(Math.abs((await rangeOf(page)).hours - 12)).toBeLessThan(2);
    await page.locator("[data-row]").waitFor();
  });
});

test("a stretch of time without an attempt has zero deliveries, and of what was not measured no data", async () => {
  const tenant = await scene.openTenant();
  await attempted(tenant, invoice);
  await waitFor("the attempt to be counted", () => countAttempts(tenant));
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}`);
  const times = figure(page, "Response time");
  await expect.poll(() => times.textContent()).toMatch(/: p50 [\d.]+ m?s/);
  for (const [chart, lines] of [
    [times, 2],
    [figure(page, "Delivered attempts"), 1],
  ] as const) {
    await hover(page, chart, 0.4);
    const values = chart.locator(".recharts-tooltip-wrapper dd");
    await expect.poll(() => values.allTextContents()).toEqual(Array(lines).fill("no data"));
  }
  await page.goto(`/${tenant.slug}/deliveries?range=24h`);
  const counts = figure(page, "Deliveries over time");
  await hover(page, counts, 0.4);
  const values = counts.locator(".recharts-tooltip-wrapper dd");
  await expect.poll(() => values.allTextContents()).toEqual(["0", "0", "0", "0"]);
});

async function countAttempts({ producer, endpoint }: SmallTenant): Promise<number> {
  const { body } = await producer.call<{ totals: { delivered: number } }>(
    "GET",
    `/endpoints/${endpoint}/stats`,
  );
  return body.totals.delivered;
}

test("the charts of a new tenant say that there is nothing yet", async () => {
  const tenant = await scene.openTenant();
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  for (const path of [`/${tenant.slug}`, `/${tenant.slug}/endpoints/${tenant.endpoint}`]) {
    await page.goto(path);
    await figure(page, "Attempts").getByText("Nothing was sent in this window").waitFor();
    await figure(page, "Delivered attempts").getByText("Nothing was sent in this window").waitFor();
    await figure(page, "Response time").getByText("No answers in this window").waitFor();
  }
});

describe("a chosen zone", () => {
  // Three quarters of an hour off the others, so that no time of another zone looks like one of it.
  const timeZone = "Asia/Kathmandu";
  const clock = (at: Date) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short", hourCycle: "h23" }).format(at);

  test("holds in the audit log and in what a chart tells of a bar", async () => {
    const tenant = await scene.openTenant();
    await attempted(tenant, invoice);
    await using opened = await scene.visit(tenant, { timezoneId: "America/New_York" });
    const { page } = opened;
    await page.goto(`/${tenant.slug}/settings/audit-log`);
    const headers = { origin: new URL(page.url()).origin };
    const kept = await page.request.post("/api/auth/preferences", { data: { timeZone }, headers });
    expect(kept.ok()).toBe(true);
    await page.reload();
    const entry = page.locator("tbody button:has(time)").first();
    const at = new Date((await entry.locator("time").getAttribute("datetime")) ?? "");
    await entry.hover();
    const exact = page.locator(".contents").filter({ has: page.getByText("GMT+5:45", { exact: true }) });
    await exact.getByText(`, ${clock(at)}:`).waitFor();

    await page.goto(`/${tenant.slug}/deliveries?range=24h`);
    const chart = figure(page, "Deliveries over time");
    await chart.locator(".recharts-bar-rectangle path").last().hover();
    const title = chart.locator(".recharts-tooltip-wrapper p");
    const [since, until] = await filledBucket(tenant);
    const written = new RegExp(`, ${clock(since)} – (.*, )?${clock(until)}$`);
    await expect.poll(() => title.textContent()).toMatch(written);
  });
});

type Histogram = { stepSeconds: number; buckets: { startsAt: string; delivered: number }[] };

/** When the one bar of the last day begins and ends, by the API. */
async function filledBucket({ producer }: SmallTenant): Promise<[Date, Date]> {
  const since = new Date(Date.now() - 86_400_000).toISOString();
  const { body } = await producer.call<Histogram>("GET", `/deliveries/histogram?since=${since}`);
  const { stepSeconds, buckets } = body;
  const start = Date.parse(buckets.find(({ delivered }) => delivered > 0)?.startsAt ?? "");
  return [new Date(start), new Date(start + stepSeconds * 1_000)];
}
