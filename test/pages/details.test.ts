import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectDisabled } from "#test/support/disabled-reason.ts";
import { looks } from "#test/support/looks.ts";
import { smallTargets } from "#test/support/page-manners.ts";
import { buttonOf, rowsOf } from "#test/support/page-parts.ts";
import { postEvent, SmallScene } from "#test/support/small-scene.ts";
import { asksToLeave } from "#test/support/unsaved.ts";

let scene: SmallScene;

beforeAll(async () => {
  scene = await SmallScene.open();
});

afterAll(() => scene.close());

describe("a signing secret", () => {
  test("stands in no page and no address until it is revealed, is hidden again after 30 s, and the audit log has who saw it", async () => {
    const tenant = await scene.openTenant();
    await using opened = await scene.visit(tenant);
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
    await buttonOf(page, "Reveal").click();
    await page.getByText(secret).waitFor();
    await page.clock.runFor(30_001);
    await page.getByText("whsec_••••").waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(addresses.join()).not.toContain(secret);
    await page.goto(`/${tenant.slug}/settings/audit-log`);
    const reveals = page.getByRole("row").filter({ hasText: "revealed the secret of" });
    await reveals.filter({ hasText: "@example.com" }).waitFor();
  });

  test("is for the roles that may read it; others see which", async () => {
    const tenant = await scene.openTenant();
    await using opened = await scene.visit(tenant, { role: "viewer" });
    const { page } = opened;
    await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}/settings`);
    await expectDisabled(buttonOf(page, "Reveal"), "Needs the developer role; yours is viewer");
  });
});

describe("a rotated secret", () => {
  test("overlaps with the old one for as long as was chosen, or until that is ended", async () => {
    const tenant = await scene.openTenant();
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}/settings`);
    const old = page.getByText("The old secret is valid until");
    for (const [overlap, hours] of overlaps) {
      await rotate(page, overlap);
      await page.getByText(/^whsec_[A-Za-z0-9+/]{20}/).waitFor();
      const end = Date.parse((await old.locator("time").getAttribute("datetime")) ?? "");
      expect(Math.round((end - Date.now()) / 3_600_000)).toBe(hours);
      await buttonOf(page, "Expire now").click();
      await page.getByRole("alertdialog").getByRole("button", { name: "Expire now" }).click();
      await old.waitFor({ state: "detached" });
    }
    await rotate(page, "Stop the old secret now");
    await page.reload();
    await buttonOf(page, "Reveal").waitFor();
    expect(await old.count()).toBe(0);
  });
});

const overlaps = [
  ["1 hour", 1],
  ["24 hours", 24],
  ["7 days", 168],
] as const;

async function rotate(page: Page, overlap: string): Promise<void> {
  await buttonOf(page, "Rotate").click();
  const form = page.getByRole("dialog", { name: "Rotate the signing secret" });
  await form.getByRole("radio", { name: overlap }).click();
  await form.getByRole("button", { name: "Rotate secret" }).click();
  await form.waitFor({ state: "hidden" });
}

describe("on a phone", () => {
  test("the menu is a drawer, and a sheet takes the whole window; a finger finds all of both", async () => {
    const tenant = await scene.openTenant();
    await postEvent(tenant);
    await using opened = await scene.visit(tenant, looks.phone);
    const { page } = opened;
    await page.goto(`/${tenant.slug}`);
    await buttonOf(page, "Open menu").click();
    const menu = page.getByRole("dialog", { name: "Menu" });
    await menu.waitFor();
    expect(await smallTargets(page)).toEqual([]);
    await menu.getByRole("link", { name: "Deliveries" }).click();
    await menu.waitFor({ state: "detached" });
    await rowsOf(page).first().click();
    const sheet = page.getByRole("dialog");
    await sheet.waitFor();
    await expect.poll(() => sheet.boundingBox()).toEqual({ x: 0, y: 0, ...looks.phone.viewport });
    expect(await smallTargets(page)).toEqual([]);
  });
});

test("figures stand below each other", async () => {
  const tenant = await scene.openTenant();
  await postEvent(tenant);
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}/deliveries`);
  const cell = page.getByRole("cell", { name: /^\d+ ms$/ }).first();
  const style = await cell.evaluate((element) => {
    const { fontVariantNumeric, textAlign } = getComputedStyle(element);
    return { fontVariantNumeric, textAlign };
  });
  expect(style).toEqual({ fontVariantNumeric: "tabular-nums", textAlign: "right" });
});

test("a chart of nothing says so", async () => {
  const tenant = await scene.openTenant();
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}`);
  await page.getByText("Nothing was sent in this window").first().waitFor();
});

test("a deleted endpoint keeps its name where it is spoken of", async () => {
  const tenant = await scene.openTenant();
  await postEvent(tenant);
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}/deliveries`);
  await page.getByText("Delivered", { exact: true }).first().waitFor();
  await tenant.producer.call("DELETE", `/endpoints/${tenant.endpoint}`);
  await page.reload();
  const url = scene.receiver.url.replace("http://", "");
  await page
    .getByRole("row")
    .filter({ hasText: `${url}/up` })
    .waitFor();
  await rowsOf(page).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText(`${scene.receiver.url}/up`).waitFor();
  await sheet.getByText("Deleted", { exact: true }).waitFor();
  await page.goto(`/${tenant.slug}/settings/audit-log`);
  await page
    .getByRole("row")
    .filter({ hasText: `${scene.receiver.url}/up` })
    .first()
    .waitFor();
});

test("a page that a role may not read says which role does", async () => {
  const tenant = await scene.openTenant();
  await using opened = await scene.visit(tenant, { role: "viewer" });
  const { page, allow } = opened;
  allow(/403/);
  await page.goto(`/${tenant.slug}/settings/audit-log`);
  await page.getByText(/It takes the \w+ role; yours in Acme is viewer/).waitFor();
});

test("leaving the document with something typed asks first", async () => {
  const tenant = await scene.openTenant();
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  await page.goto(`/${tenant.slug}/endpoints/${tenant.endpoint}/settings`);
  await page.getByRole("textbox", { name: "Description (optional)" }).fill("Billing");
  await asksToLeave(page);
  const asked = page.waitForEvent("dialog");
  const reloaded = page.reload();
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.accept();
  await reloaded;
});
