import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prisma } from "#lib/db.ts";
import { expectDisabled } from "#test/support/disabled-reason.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { rowIds, rowsOf } from "#test/support/page-parts.ts";
import { SmallScene, type SmallTenant } from "#test/support/small-scene.ts";

let scene: SmallScene;

beforeAll(async () => {
  scene = await SmallScene.open();
});

afterAll(() => scene.close());

/** A tenant of its own with so many deliveries that wait for their retry, and its owner at the pages. */
async function openTenant(waiting: number) {
  const tenant = await scene.openTenant();
  await scene.refuse(tenant, waiting);
  return { ...tenant, ...(await scene.visit(tenant)), path: `/${tenant.slug}/deliveries` };
}

/** More than a worker would fail within a test: an endpoint that fails so often is given a rest. */
async function insertFailed({ tenantId }: SmallTenant, count: number): Promise<void> {
  const { id: endpointId, applicationId } = await prisma().endpoint.findFirstOrThrow({ where: { tenantId } });
  const rowsOfTenant = {
    tenantId,
    applicationId,
    ctx: { tenantId, actor: { kind: "system", id: null, label: "test" } },
  } as const;
  for (let n = 0; n < count; n += 1) {
    const event = await insertEvent(rowsOfTenant);
    await insertDelivery(rowsOfTenant, { event, endpointId, status: "failed" });
  }
}

const box = (page: Page, place: number) => page.getByRole("row").nth(place).getByRole("checkbox");
const inState = (page: Page, word: string) => page.getByRole("row").getByText(word);
const bar = (page: Page) => page.getByRole("region", { name: "Selection" });

describe("rows of the deliveries log", () => {
  test("stay chosen where they are while new ones come in, and when these are shown", async () => {
    await using opened = await openTenant(2);
    const { page, path, producer } = opened;
    await page.goto(path);
    await rowsOf(page).nth(1).waitFor();
    await box(page, 2).click();
    const chosen = await rowsOf(page).nth(1).getAttribute("data-row");
    await producer.call("POST", "/events", { type: "invoice.late", data: {} });
    const pill = page.getByRole("button", { name: "1 new" });
    await pill.waitFor({ timeout: 20_000 });
    expect(await box(page, 2).isChecked()).toBe(true);
    await pill.click();
    await rowsOf(page).nth(2).waitFor();
    expect(await page.getByRole("checkbox", { name: /^Select invoice/, checked: true }).count()).toBe(1);
    expect(await rowsOf(page).nth(2).getAttribute("data-row")).toBe(chosen);
    expect(await box(page, 3).isChecked()).toBe(true);
    await bar(page).getByText("1 selected").waitFor();
  });

  test("are chosen by click, by range and by keyboard; the bar counts them, and Escape lets go", async () => {
    await using opened = await openTenant(5);
    const { page, path } = opened;
    await page.goto(path);
    await rowsOf(page).nth(4).waitFor();
    await box(page, 1).click();
    await bar(page).getByText("1 selected").waitFor();
    await box(page, 3).click({ modifiers: ["Shift"] });
    await bar(page).getByText("3 selected").waitFor();
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(3);
    await rowsOf(page).nth(4).focus();
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
    await using opened = await openTenant(4);
    const { page, path } = opened;
    await page.goto(`${path}?status=retrying`);
    await rowsOf(page).nth(3).waitFor();
    const before = await rowIds(page);
    const posted: string[] = [];
    page.on(
      "request",
      (request) => request.method() === "POST" && posted.push(new URL(request.url()).pathname),
    );
    const seen = scene.receiver.requests.length;
    await box(page, 1).click();
    await box(page, 3).click({ modifiers: ["Shift"] });
    await page.keyboard.press("r");
    await page.getByText("Queued 3").waitFor();
    await scene.receiver.waitFor(seen + 3);
    await inState(page, "Delivered").nth(2).waitFor();
    expect(await inState(page, "Retrying").count()).toBe(1);
    expect(await rowIds(page)).toEqual(before);
    expect(posted).toEqual(["/api/v1/deliveries/retry"]);
    expect(scene.receiver.requests).toHaveLength(seen + 3);
    await bar(page).waitFor({ state: "hidden" });
  });

  test("that cannot be resent say why and stay chosen, while the others go out", async () => {
    await using opened = await openTenant(2);
    const { page, path, producer } = opened;
    const other = { url: `${scene.receiver.url}/partly-off`, eventTypes: ["only.this"] };
    const { body } = await producer.call<{ id: string }>("POST", "/endpoints", other);
    await producer.call("PATCH", `/endpoints/${body.id}`, { disabled: true });
    await producer.call("POST", "/events", { type: "only.this", data: {} });
    await page.goto(`${path}?status=retrying,canceled`);
    await rowsOf(page).nth(2).waitFor();
    await page.getByRole("checkbox", { name: "Select all on this page" }).click();
    const seen = scene.receiver.requests.length;
    await bar(page).getByRole("button", { name: "Resend 3" }).click();
    const notice = page.getByRole("alert").filter({ hasText: "1 of 3 not queued" });
    await notice.getByText(/partly-off is disabled; enable it to send to it again\.$/).waitFor();
    await scene.receiver.waitFor(seen + 2);
    await bar(page).getByText("1 selected").waitFor();
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await notice.waitFor({ state: "hidden" });
  });

  test("are asked about before what arrived is sent a second time", async () => {
    await using opened = await openTenant(2);
    const { page, path } = opened;
    await page.goto(path);
    await rowsOf(page).nth(1).waitFor();
    await box(page, 1).click();
    await bar(page).getByRole("button", { name: "Resend 1" }).click();
    await inState(page, "Delivered").waitFor();
    await page.getByRole("checkbox", { name: "Select all on this page" }).click();
    const seen = scene.receiver.requests.length;
    await bar(page).getByRole("button", { name: "Resend 2" }).click();
    const question = page.getByRole("alertdialog");
    await question.getByText(/^1 arrived already\./).waitFor();
    expect(scene.receiver.requests).toHaveLength(seen);
    await question.getByRole("button", { name: "Send 2 again" }).click();
    await scene.receiver.waitFor(seen + 2);
    await inState(page, "Delivered").nth(1).waitFor();
  });

  test("stop being retried, with the count told before", async () => {
    await using opened = await openTenant(3);
    const { page, path } = opened;
    await page.goto(`${path}?status=retrying`);
    await rowsOf(page).nth(2).waitFor();
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
  await using opened = await openTenant(0);
  const { page, path } = opened;
  await insertFailed(opened, 53);
  await page.goto(`${path}?status=failed`);
  await rowsOf(page).nth(49).waitFor();
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
  const tenant = await scene.openTenant();
  await scene.refuse(tenant, 1);
  await using opened = await scene.visit(tenant, { role: "viewer" });
  const { page } = opened;
  await page.goto(`/${tenant.slug}/deliveries`);
  await rowsOf(page).first().waitFor();
  await box(page, 1).click();
  const resend = bar(page).getByRole("button", { name: "Resend 1" });
  await expectDisabled(resend, "Needs the support role; yours is viewer");
});
