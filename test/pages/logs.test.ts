import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowIds, rowsOf, walkToFirst } from "#test/support/page-parts.ts";
import { postEvents, SmallScene } from "#test/support/small-scene.ts";

let scene: SmallScene;

beforeAll(async () => {
  scene = await SmallScene.open();
});

afterAll(() => scene.close());

/** A tenant of its own with so many events posted, and its owner at the pages. */
async function openTenant(eventCount: number) {
  const tenant = await scene.openTenant();
  await postEvents(tenant, eventCount);
  return { ...tenant, ...(await scene.visit(tenant)), path: `/${tenant.slug}` };
}

const sheet = (page: Page) => page.getByRole("dialog");

describe("the delivery log", () => {
  test("counts new deliveries, and moves no row until the person asks for them", async () => {
    await using opened = await openTenant(2);
    const { page, path } = opened;
    await page.goto(`${path}/deliveries`);
    await rowsOf(page).nth(1).waitFor();
    const before = await rowIds(page);
    await postEvents(opened, 3);
    const pill = page.getByRole("button", { name: "3 new" });
    await pill.waitFor({ timeout: 20_000 });
    expect(await rowIds(page)).toEqual(before);
    await pill.click();
    expect((await rowIds(page)).slice(3)).toEqual(before);
  });

  test("is walked by keyboard, with the open delivery in the address: Back closes it, a reload keeps it", async () => {
    await using opened = await openTenant(3);
    const { page, path } = opened;
    await page.goto(`${path}/deliveries`);
    await rowsOf(page).nth(2).waitFor();
    const [first, second] = await rowIds(page);
    await walkToFirst(page);
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
    await rowsOf(page).first().click();
    await sheet(page).waitFor();
    await page.goBack();
    await sheet(page).waitFor({ state: "hidden" });
    expect(new URL(page.url()).search).toBe("");
  });

  test("says which filter leaves nothing, and takes it away again", async () => {
    await using opened = await openTenant(2);
    const { page, path } = opened;
    await page.goto(`${path}/deliveries?type=invoice.number_1`);
    await rowsOf(page).first().waitFor();
    expect(await rowsOf(page).count()).toBe(1);
    await page.goto(`${path}/deliveries?status=canceled&range=24h`);
    await page.getByText("No deliveries match these filters").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).last().click();
    await rowsOf(page).nth(1).waitFor();
    expect(new URL(page.url()).search).toBe("");
  });

  test("explains a failure, and asks before it resends what arrived", async () => {
    scene.receiver.answerAll(() => ({ status: 404, body: "no such path" }));
    await using opened = await openTenant(1);
    const { page, path } = opened;
    await page.goto(`${path}/deliveries?status=retrying`);
    await rowsOf(page).first().click();
    await sheet(page)
      .getByText(/^Answered 404 Not Found after .+ “no such path”$/)
      .waitFor();
    await sheet(page).getByText("Check the path of the endpoint's URL.").waitFor();
    await sheet(page).getByText("no such path", { exact: true }).waitFor();
    scene.receiver.answerAll(() => ({ body: "now fine" }));
    await sheet(page).getByRole("button", { name: "Retry now" }).click();
    await sheet(page).getByText("now fine").waitFor();
    await sheet(page).getByRole("button", { name: "Resend" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Send again" }).click();
    await sheet(page).getByRole("heading", { name: "3 attempts" }).waitFor();
  });
});

describe("an event's page", () => {
  test("shows the data character for character, and sends it again to as many endpoints as it said", async () => {
    await using opened = await openTenant(0);
    const { page, path, producer } = opened;
    const data = '{"b":1.0, "n":12345678901234567890}';
    const { body } = await producer.call<{ id: string }>("POST", "/events", `{"type":"a.b","data":${data}}`);
    await page.goto(`${path}/events/${body.id}`);
    await page.getByRole("button", { name: "Raw" }).click();
    await page.getByText(data, { exact: true }).waitFor();
    await page.getByRole("row").getByText("Delivered").waitFor();
    const seen = scene.receiver.requests.length;
    await page.getByRole("button", { name: "Send again" }).click();
    await page.getByRole("button", { name: "Send to 1 endpoint" }).click();
    const requests = await scene.receiver.waitFor(seen + 1);
    expect(requests.at(-1)?.id).toBe(body.id);
  });

  test("that does not exist says so and leads back to the log", async () => {
    await using opened = await openTenant(0);
    const { page, path, allow } = opened;
    allow(/404/);
    await page.goto(`${path}/events/evt_01jd7w4c8xf0x9s3y6z1v2k5mn`);
    await page.getByText("No such event").waitFor();
    await page.getByRole("link", { name: "All events" }).click();
    await page.getByText("No events yet").waitFor();
  });
});
