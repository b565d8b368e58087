import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppScene } from "#test/support/app-scene.ts";
import type { Visit } from "#test/support/browser.ts";
import { openPalette, rowsOf } from "#test/support/page-parts.ts";
import { bootstrap, Producer } from "#test/support/producer.ts";
import { testSettings } from "#test/support/settings.ts";

let scene: AppScene;

beforeAll(async () => {
  scene = await AppScene.open();
});

afterAll(() => scene.close());

/** A tenant of its own whose owner is signed in, with these events of the last minute. */
async function openTenant(tenant: string, events: object[]): Promise<Visit & { producer: Producer }> {
  const email = `ada@${tenant}.example`;
  const { apiKey } = await bootstrap(testSettings(process.env.DATABASE_URL ?? ""), { email, tenant });
  const producer = new Producer(scene.url, apiKey);
  for (const event of events) await producer.call("POST", "/events", event);
  const visit = await scene.outsider();
  await visit.page.request.post("/api/auth/sign-in", {
    data: { email, password: "correct horse battery" },
    headers: { origin: scene.url },
  });
  return { ...visit, producer };
}

const events = [
  { type: "invoice.paid", data: {}, tags: ["region:eu"] },
  { type: "invoice.paid", data: {}, tags: ["region:us"] },
  { type: "refund", data: {}, channels: ["shop"] },
];
/** Resolves when the log shows so many rows. */
const shows = (page: Page, count: number) =>
  expect.poll(() => rowsOf(page).count(), { timeout: 15_000 }).toBe(count);
const searchOf = (page: Page) => new URL(page.url()).search;

describe("the filters of a log", () => {
  test("stand in the address, go one by one or all at once, and say when nothing matches", async () => {
    await using visit = await openTenant("chips", events);
    const { page } = visit;
    await page.goto("/chips/events");
    await rowsOf(page).nth(2).waitFor();
    await page.getByRole("button", { name: "Tag", exact: true }).click();
    await page.getByRole("textbox", { name: "Tag" }).fill("region:eu");
    await page.keyboard.press("Enter");
    await shows(page, 1);
    expect(searchOf(page)).toBe("?tag=region:eu");
    await page.getByRole("button", { name: "Channel", exact: true }).click();
    await page.getByRole("textbox", { name: "Channel" }).fill("shop");
    await page.keyboard.press("Enter");
    await page.getByText("No events match these filters").waitFor();
    await page.getByRole("button", { name: "Clear tag filter" }).click();
    await shows(page, 1);
    await page.reload();
    await rowsOf(page).first().waitFor();
    expect(searchOf(page)).toBe("?channel=shop");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await shows(page, 3);
    expect(searchOf(page)).toBe("");
  });

  test("are the same for deliveries: by tag, and by what became of them", async () => {
    await using visit = await openTenant("same", []);
    const { page, producer } = visit;
    await producer.call("POST", "/endpoints", { url: "http://127.0.0.1:9/closed", retrySchedule: [86_400] });
    for (const event of events) await producer.call("POST", "/events", event);
    await page.goto("/same/deliveries?tag=region:us");
    await shows(page, 1);
    await page.goto("/same/events?error=connect&status=retrying");
    await shows(page, 3);
    await page.goto("/same/events?status=delivered");
    await page.getByText("No events match these filters").waitFor();
  });
});

test("the histogram of events counts what the filter finds, and narrows the log to a bar by pointer and by keyboard", async () => {
  await using visit = await openTenant("bars", events);
  const { page } = visit;
  await page.goto("/bars/events?range=24h&type=invoice.paid");
  const chart = page.getByRole("figure", { name: "Events over time" });
  await chart.getByText("Events over time: 2 events.", { exact: false }).waitFor();
  const bar = chart.locator(".recharts-bar-rectangle path").last();
  await bar.hover();
  await page.locator(".recharts-tooltip-wrapper").getByText("Events").waitFor();
  await bar.click({ delay: 100 });
  await page.waitForURL(/range=\d{4}-.+\.\.\d{4}-/);
  await shows(page, 2);
  await page.goBack();
  await page.waitForURL(/range=24h/);
  await page.mouse.move(0, 0);
  await page.reload();
  await chart.getByRole("application").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.waitForURL(/range=\d{4}-.+\.\.\d{4}-/);
  await page.getByText("No events in this window").waitFor();
});

describe("saved views", () => {
  test("keep a filter, show that it was changed, take the change in, and go", async () => {
    await using visit = await openTenant("kept", events);
    const { page } = visit;
    await page.goto("/kept/events");
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByText("No views yet").waitFor();
    const keep = page.getByRole("button", { name: "Save this filter as a view…" });
    expect(await keep.getAttribute("aria-disabled")).toBe("true");
    await page.keyboard.press("Escape");

    await page.goto("/kept/events?tag=region:eu");
    await page.getByRole("button", { name: "Views" }).click();
    await keep.click();
    const dialog = page.getByRole("dialog", { name: "Save this filter as a view" });
    await dialog.getByRole("button", { name: "Save view" }).click();
    await dialog.getByText("Give the view a name.").waitFor();
    await dialog.getByLabel("Name").fill("Europe");
    await dialog.getByRole("radio", { name: "Everyone" }).click();
    await dialog.getByRole("button", { name: "Save view" }).click();
    await page.getByRole("button", { name: "Europe", exact: true }).waitFor();

    await page.getByRole("button", { name: "Clear tag filter" }).click();
    await shows(page, 3);
    await page.getByRole("button", { name: "Europe edited" }).click();
    await page.getByRole("link", { name: /^Europe/ }).click();
    await shows(page, 1);
    await page.goto(page.url().replace("region:eu", "region:us").replace("region%3Aeu", "region%3Aus"));
    await page.getByRole("button", { name: "Europe edited" }).click();
    await page.getByRole("button", { name: "Save changes to Europe" }).click();
    await page.getByRole("button", { name: "Europe", exact: true }).waitFor();

    await page.getByRole("button", { name: "Europe", exact: true }).click();
    await page.getByRole("button", { name: "Actions for Europe" }).click();
    await page.getByRole("menuitem", { name: "Edit…" }).click();
    const edit = page.getByRole("dialog", { name: "Edit view" });
    await edit.getByLabel("Name").fill("America");
    await edit.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "America", exact: true }).click();
    await page.getByRole("button", { name: "Actions for America" }).click();
    await page.getByRole("menuitem", { name: "Delete…" }).click();
    const question = page.getByRole("alertdialog");
    await question.getByText("It will be gone for everyone").waitFor();
    await question.getByRole("button", { name: "Delete view" }).click();
    await page.getByRole("button", { name: "Views", exact: true }).waitFor();
    expect(searchOf(page)).not.toContain("view=");
  });

  test("open by an address that lasts and from the palette; one that is gone leads on", async () => {
    await using visit = await openTenant("open", events);
    const { page, producer } = visit;
    const { body } = await producer.call<{ tenant: { id: string } }>("GET", "/me");
    const created = await page.request.post("/api/v1/views", {
      data: { log: "events", name: "Shop alone", query: "channel=shop" },
      headers: { origin: scene.url, "posthorn-tenant": body.tenant.id },
    });
    const { id } = (await created.json()) as { id: string };
    await page.goto(`/open/views/${id}`);
    await page.waitForURL(`**/open/events?channel=shop&view=${id}`);
    await page.getByRole("button", { name: "Shop alone", exact: true }).waitFor();
    await shows(page, 1);

    await page.goto("/open");
    const search = await openPalette(page);
    await search.fill("shop al");
    await page.getByRole("option", { name: /Shop alone/ }).click();
    await page.waitForURL(`**/open/events?channel=shop&view=${id}`);

    visit.allow(/404/);
    await page.goto("/open/views/view_01jd7w4c8xf0x9s3y6z1v2k5mn");
    await page.getByText("There is no such view").waitFor();
    await page.getByRole("link", { name: "See all deliveries" }).click();
    await page.waitForURL("**/open/deliveries");
  });
});
