import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buttonOf, rowsOf } from "#test/support/page-parts.ts";
import { settled } from "#test/support/settled.ts";
import { postEvent, SmallScene } from "#test/support/small-scene.ts";
import { asksToLeave } from "#test/support/unsaved.ts";

let scene: SmallScene;

beforeAll(async () => {
  scene = await SmallScene.open();
});

afterAll(() => scene.close());

const fieldOf = (page: Page, label: string) => page.getByRole("textbox", { name: label });
const goBack = (page: Page) => page.evaluate(() => history.back());

describe("while its request is under way", () => {
  test("the button of a question is busy, and neither a click nor Enter sends it again", async () => {
    const tenant = await scene.openTenant();
    await using opened = await scene.visit(tenant);
    const { page, allow } = opened;
    // What the page still reads of the endpoint while it leaves.
    allow(/404/);
    await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}/settings`);
    await buttonOf(page, "Delete endpoint").click();
    const question = page.getByRole("alertdialog");
    const name = question.getByRole("textbox");
    await name.fill(new URL(scene.receiver.url).host);
    const held = await hold(page, "DELETE", "/endpoints/");
    const confirm = question.getByRole("button", { name: "Delete endpoint" });
    await confirm.click();
    await isBusy(confirm);
    await confirm.click({ force: true });
    await name.press("Enter");
    held.release();
    await page.getByText("No endpoints yet").waitFor();
    expect(held.count()).toBe(1);
  });

  test("a resend is busy, and neither a click, Enter nor r queues it again", async () => {
    const tenant = await scene.openTenant("held/down");
    await postEvent(tenant);
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await page.goto(`/${tenant.slug}/deliveries`);
    await rowsOf(page).first().click();
    const retry = page.getByRole("dialog").getByRole("button", { name: "Retry now" });
    await retry.waitFor();
    const held = await hold(page, "POST", "/retry");
    await retry.click();
    await isBusy(retry);
    await retry.click({ force: true });
    await retry.press("Enter");
    await page.keyboard.press("r");
    held.release();
    await page.getByText("Queued", { exact: true }).first().waitFor();
    expect(held.count()).toBe(1);
  });
});

/** Keeps requests of a kind back until they are released, and counts them. */
async function hold(page: Page, method: string, part: string) {
  const { promise, resolve: release } = Promise.withResolvers<void>();
  let count = 0;
  await page.route(
    ({ pathname }) => pathname.startsWith("/api/v1/") && pathname.includes(part),
    async (route) => {
      if (route.request().method() === method) {
        count += 1;
        await promise;
      }
      await route.continue();
    },
  );
  return { release, count: () => count };
}

function isBusy(button: Locator): Promise<void> {
  return button.and(button.page().locator('[aria-busy="true"]')).waitFor();
}

describe("with something typed", () => {
  test("the settings of an endpoint ask before a link or Back leaves them", async () => {
    const tenant = await scene.openTenant();
    const path = `/${tenant.slug}/endpoints/${tenant.endpoint}`;
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await page.goto(path);
    const tabs = page.getByRole("navigation", { name: "Endpoint", exact: true });
    await tabs.getByRole("link", { name: "Settings" }).click();
    await page.waitForURL(`**${path}/settings`);
    const leaving = [() => tabs.getByRole("link", { name: "Test" }).click(), () => goBack(page)];
    await asksBefore(leaving, fieldOf(page, "Description (optional)"));
    await page.waitForURL(`**${path}`);
    await page.getByText("Nothing was sent here yet").waitFor();
  });

  test("the form of an event type asks before a link, Back or a reload leaves it", async () => {
    const tenant = await scene.openTenant();
    const path = `/${tenant.slug}/event-types`;
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await page.goto(path);
    await page.getByRole("link", { name: "New event type" }).first().click();
    await page.waitForURL("**/event-types/~new");
    const name = fieldOf(page, "Name");
    await name.fill("ticket.sold");
    await asksToLeave(page);
    const asked = page.waitForEvent("dialog");
    const reloading = page.evaluate(() => location.reload());
    const question = await asked;
    expect(question.type()).toBe("beforeunload");
    await question.dismiss();
    await reloading;
    await asksBefore([() => page.getByRole("link", { name: "Cancel" }).click(), () => goBack(page)], name);
    await page.waitForURL(`**${path}`);
    await page.getByText("No event types yet").waitFor();
  });
});

/** Each of these ways asks; staying keeps what was typed, and at last one leaves. */
async function asksBefore(leaving: (() => Promise<unknown>)[], field: Locator): Promise<void> {
  const page = field.page();
  await field.fill("typed.in");
  await asksToLeave(page);
  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  const here = page.url();
  for (const leave of leaving) {
    await leave();
    await question.getByRole("button", { name: "Cancel" }).click();
    await question.waitFor({ state: "detached" });
    expect([page.url(), await field.inputValue()]).toEqual([here, "typed.in"]);
  }
  await leaving.at(-1)?.();
  await question.getByRole("button", { name: "Leave" }).click();
}

const example = { ticket: "T-1", seats: { row: 4 } };

/** A tenant whose catalogue describes one event type. */
async function openDescribed() {
  const tenant = await scene.openTenant();
  await tenant.producer.call("POST", "/event-types", { name: "order.sent" });
  await tenant.producer.call("POST", "/event-types", { name: "ticket.sold", example });
  return tenant;
}

test("a test event takes the example of the type that is picked, and its attempt is seen beside it", async () => {
  const tenant = await openDescribed();
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}/test`);
  const type = page.getByRole("combobox", { name: "Event type" });
  expect(await type.inputValue()).toBe("order.sent");
  await type.fill("ticket");
  await page.getByRole("option", { name: "ticket.sold" }).click();
  await expect.poll(() => fieldOf(page, "Data").innerText()).toContain('"ticket": "T-1"');
  expect(JSON.parse(await fieldOf(page, "Data").innerText())).toEqual(example);
  const sent = page.waitForResponse((answer) => answer.url().endsWith(`/${tenant.endpoint}/test`));
  await buttonOf(page, "Send test event").click();
  const { eventId } = await (await sent).json();
  await page.getByText(/HTTP 200 in/).waitFor();
  await page.getByRole("tab", { name: "Response" }).waitFor();
  await page.getByRole("tab", { name: "Request" }).click();
  await page.getByRole("figure", { name: "Request body" }).getByText("T-1").waitFor();
  const received = scene.receiver.requests.find(({ id }) => id === eventId);
  expect(JSON.parse(received?.body.toString() ?? "")).toMatchObject({ type: "ticket.sold", data: example });
});

test("the first steps go away for good once all four are done", async () => {
  const tenant = await scene.openTenant();
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  const steps = page.getByRole("heading", { name: "Get your first webhook delivered" });
  await page.goto(`/${tenant.slug}`);
  await page.getByText("2 of 4 done").waitFor();
  await postEvent(tenant);
  await steps.waitFor({ state: "detached" });
  // Also when the first of them is to be done again.
  await tenant.producer.call("DELETE", `/endpoints/${tenant.endpoint}`);
  await page.reload();
  await settled(page);
  expect(await steps.count()).toBe(0);
  expect(await page.getByRole("button", { name: /^First steps/ }).count()).toBe(0);
});

describe("what Copy puts on the clipboard", () => {
  const mayCopy = { permissions: ["clipboard-read", "clipboard-write"] };

  test("is the id, the URL, the payload and the secret that are shown", async () => {
    const tenant = await scene.openTenant();
    const data = '{"amount":4200.0,"note":"grüezi  👋"}';
    const { id } = (await tenant.producer.call("POST", "/events", `{"type":"invoice.paid","data":${data}}`))
      .body;
    await using opened = await scene.visit(tenant, mayCopy);
    const { page } = opened;
    await page.goto(`/${tenant.slug}/events/${id}`);
    expect(await copied(page, "Copy event id")).toBe(id);
    expect(await copied(page, "Copy payload")).toBe(data);
    await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}/settings`);
    expect(await copied(page, "Copy endpoint id")).toBe(tenant.endpoint);
    await buttonOf(page, "Reveal").click();
    const secret = await page
      .getByText(/^whsec_\w/)
      .first()
      .innerText();
    expect(await copied(page, "Copy secret")).toBe(secret);
    const { body } = await tenant.producer.call("GET", `/endpoints/${tenant.endpoint}/secret`);
    expect(secret).toBe(body.secret);
    await page.goto(`/${tenant.slug}/playground`);
    const url = await page.getByText(/\/inbox\/in_[\w-]+$/).innerText();
    expect(await copied(page, "Copy URL")).toBe(url);
    expect(await copied(page, "Copy as curl")).toBe(`curl ${url} -d 'Hello'`);
  });

  test("is the body of a webhook, on the page of an event type as it is shown there", async () => {
    const tenant = await openDescribed();
    await using opened = await scene.visit(tenant, mayCopy);
    const { page } = opened;
    await page.goto(`/${tenant.slug}/event-types/ticket.sold`);
    const body = await copied(page, "Copy example");
    expect(JSON.parse(body)).toEqual({ type: "ticket.sold", timestamp: expect.any(String), data: example });
    const shown = page.getByRole("figure", { name: "Example" });
    await shown.getByText('"T-1"').first().waitFor();
    await shown.getByRole("button", { name: "Raw" }).click();
    expect(await shown.locator("pre").textContent()).toBe(body);
  });

  async function copied(page: Page, name: string): Promise<string> {
    const read = () => page.evaluate(() => navigator.clipboard.readText());
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await buttonOf(page, name).first().click();
    await expect.poll(read).not.toBe("");
    return read();
  }
});
