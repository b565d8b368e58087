import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buttonOf, rowsOf } from "#test/support/page-parts.ts";
import { attempted } from "#test/support/receiving-tenant.ts";
import { postEvent, SmallScene, type SmallTenant } from "#test/support/small-scene.ts";
import { waitFor } from "#test/support/wait-for.ts";

let scene: SmallScene;

beforeAll(async () => {
  scene = await SmallScene.open();
});

afterAll(() => scene.close());

const invoice = {
  type: "invoice.paid",
  data: { line: "word ".repeat(200), deep: { deeper: { deepest: 1 } } },
};

/** Opens the page of a delivery that was attempted, at one side of its attempt. */
async function openDelivery(page: Page, tenant: SmallTenant, part: "request" | "response"): Promise<void> {
  const { id } = await attempted(tenant, invoice);
  await page.goto(`/${tenant.slug}/deliveries/${id}?part=${part}`);
}

describe("the viewer of a body", () => {
  test("wraps its lines or does not, and closes and opens all of its tree", async () => {
    const tenant = await scene.openTenant();
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await openDelivery(page, tenant, "request");
    const body = page.getByRole("figure", { name: "Request body" });
    const button = (name: string) => body.getByRole("button", { name, exact: true });
    const deepest = body.getByText(/deepest/);
    await deepest.waitFor();
    await button("Collapse all").click();
    await deepest.waitFor({ state: "detached" });
    await button("Expand all").click();
    await deepest.waitFor();
    await button("Raw").click();
    const text = body.locator("pre");
    const pans = () => text.evaluate((pre) => pre.scrollWidth > (pre.parentElement?.clientWidth ?? 0));
    await text.waitFor();
    expect(await pans()).toBe(false);
    await button("Wrap lines").click();
    await expect.poll(pans).toBe(true);
    await button("Wrap lines").click();
    await expect.poll(pans).toBe(false);
  });

  test("says of a long answer that it was cut off, and how much of it was kept", async () => {
    const tenant = await scene.openTenant();
    scene.receiver.answerNext({ body: "x".repeat(20_000) });
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await openDelivery(page, tenant, "response");
    await page.getByText("Cut off: only the first 16 kB were kept.").waitFor();
  });

  test("does not show bytes as text, and saves them as they came", async () => {
    const tenant = await scene.openTenant();
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff, 0xfe]);
    scene.receiver.answerNext({ headers: { "content-type": "image/png" }, body: bytes });
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await openDelivery(page, tenant, "response");
    await page.getByText("7 B that are not text.").waitFor();
    expect(await page.getByRole("figure", { name: "Response body" }).count()).toBe(0);
    const [download] = await Promise.all([page.waitForEvent("download"), buttonOf(page, "Save").click()]);
    expect(download.suggestedFilename()).toBe("response-body.bin");
    expect(await readFile(await download.path())).toEqual(bytes);
  });

  test("says why the value of a header of one's own is not shown", async () => {
    const tenant = await scene.openTenant();
    const headers = { "x-token": "a secret of the tenant" };
    await tenant.producer.call("PATCH", `/endpoints/${tenant.endpoint}`, { headers });
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await openDelivery(page, tenant, "request");
    const sent = page.getByRole("region", { name: "Request headers" });
    await sent.getByText("Values shown as •••• are secrets and are not kept in the log.").waitFor();
    expect(scene.receiver.requests.at(-1)?.headers).toMatchObject(headers);
    expect(await page.content()).not.toContain(headers["x-token"]);
  });
});

test.each([503, 409])(
  "a resend that is refused with %i says so where it was asked for, and nothing turns",
  async (status) => {
    const tenant = await scene.openTenant(`${status}/down`);
    await attempted(tenant, invoice);
    await using opened = await scene.visit(tenant);
    const { page, allow } = opened;
    allow(new RegExp(String(status)));
    await page.route("**/api/v1/deliveries/*/retry", (route) => route.fulfill(refusal(status)));
    await page.goto(`/${tenant.slug}/deliveries`);
    await rowsOf(page).first().click();
    const sheet = page.getByRole("dialog");
    await buttonOf(page, "Retry now").click();
    await sheet.getByText("It was not resent").waitFor();
    await sheet.getByText("Another attempt is under way.").waitFor();
    await sheet.getByRole("heading", { name: "1 attempt", exact: true }).waitFor();
    await buttonOf(page, "Close").click();
    await page.getByRole("main").getByText("It was not resent").waitFor();
    const row = page.getByRole("row").filter({ has: rowsOf(page) });
    await row.getByText("Retrying").first().waitFor();
    await row.getByText("1 of 2").waitFor();
    expect(await page.getByText("Queued", { exact: true }).count()).toBe(0);
    expect(scene.receiver.requests.filter(({ path }) => path.endsWith(`/${status}/down`))).toHaveLength(1);
  },
);

const refusal = (status: number) => ({
  status,
  contentType: "application/problem+json",
  body: JSON.stringify({
    type: "about:blank",
    title: "Not now",
    status,
    detail: "Another attempt is under way.",
    code: status === 409 ? "conflict" : "unavailable",
    requestId: "req_log_details",
  }),
});

test("a replay still names an endpoint that was deleted, and links nowhere", async () => {
  const tenant = await scene.openTenant("gone/down");
  await attempted(tenant, invoice);
  const [since, until] = [-3_600_000, 60_000].map((ms) => new Date(Date.now() + ms).toISOString());
  const scope = { endpoint: tenant.endpoint, status: ["retrying"], since, until };
  const { body } = await tenant.producer.call("POST", "/replays", scope);
  const isOver = async () => (await tenant.producer.call("GET", `/replays/${body.id}`)).body.finishedAt;
  await waitFor("the replay to be over", isOver);
  await tenant.producer.call("DELETE", `/endpoints/${tenant.endpoint}`);
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}/replays/${body.id}`);
  const url = `${scene.receiver.url}/gone/down`;
  const lane = page.getByRole("row").filter({ has: page.getByTitle(url, { exact: true }) });
  await lane.getByText("Deleted", { exact: true }).waitFor();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(url);
  expect(await page.locator(`a[href*="${tenant.endpoint}"]`).count()).toBe(0);
});

describe("Back from a row of a log", () => {
  test("that opened a page, or a sheet and then its page, returns to where one had scrolled", async () => {
    const tenant = await scene.openTenant();
    await Promise.all(Array.from({ length: 40 }, (_, n) => postEvent(tenant, n)));
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    const heading = page.getByRole("heading", { level: 1 }).filter({ hasText: "invoice.paid" });
    const scrolled = () => page.evaluate(() => window.scrollY);

    await page.goto(`/${tenant.slug}/events`);
    const there = await scrollTo(page, rowsOf(page).nth(30));
    await rowsOf(page).nth(30).click();
    await heading.waitFor();
    await page.goBack();
    await rowsOf(page).nth(30).waitFor();
    await expect.poll(scrolled).toBe(there);

    await page.goto(`/${tenant.slug}/deliveries`);
    const here = await scrollTo(page, rowsOf(page).nth(30));
    await rowsOf(page).nth(30).click();
    await page.getByRole("link", { name: "Open as a page" }).click();
    await heading.waitFor();
    await page.goBack();
    await page.getByRole("dialog").waitFor();
    await expect.poll(scrolled).toBe(here);
    await page.goBack();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await scrolled()).toBe(here);
  });
});

/** Scrolls until a row is in sight; answers how far down that is. */
async function scrollTo(page: Page, row: Locator): Promise<number> {
  await row.waitFor({ state: "attached" });
  await row.scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => window.scrollY);
  expect(scrolled).toBeGreaterThan(0);
  return scrolled;
}
